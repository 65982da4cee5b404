package org.siprecservlet.recording;

import java.util.Objects;
import org.siprecservlet.sound.Sound;

/**
 * What the parties of a call hear of its being recorded (RFC 6341, REQ-018).
 *
 * @param sound null: nothing
 * @param recorded whether the recorder gets it, too
 */
public record PartyNotice(Sound sound, Moment at, boolean recorded) {

    /** The parties hear nothing. */
    public static final PartyNotice NONE = new PartyNotice(null, Moment.START, false);

    /** When they hear it. */
    public enum Moment {
        /** As soon as the callee has answered, before any recorder is asked. */
        ANSWER,
        /** As soon as a recorder takes the call. */
        START
    }

    public PartyNotice {
        Objects.requireNonNull(at);
    }

    boolean isSilent() {
        return sound == null;
    }
}
