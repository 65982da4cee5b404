package org.siprecservlet.recording;

import java.util.List;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What the relay sends the server: as the server described it last, or nothing. Confined to the recording's mailbox; decides
 * nothing.
 */
final class MediaFlow {

    private final RelayCopy copy;
    private SessionDescription theirs;
    private boolean hushed;

    MediaFlow(RelayCopy copy) {
        this.copy = copy;
    }

    /** Whether nothing is to be sent from the moment at which the relay is connected. */
    boolean isHushed() {
        return hushed;
    }

    void hush(boolean on) {
        hushed = on;
    }

    /** Has the relay send as the server says, or nothing. */
    void connect(SessionDescription description) {
        keep(description);
        if (hushed) {
            silence();
        } else {
            copy.connect(description);
        }
    }

    /** Has the relay send nothing. */
    void silence() {
        copy.silence(inactive(theirs));
    }

    /** Has the relay send nothing to a server that has vanished. */
    void leave() {
        copy.leave(inactive(theirs));
    }

    /** Takes note of what the server says, and changes nothing. */
    void keep(SessionDescription description) {
        theirs = description;
    }

    private static SessionDescription inactive(SessionDescription description) {
        List<MediaDescription> media = description.media().stream()
                .map(line -> line.withDirection(Direction.INACTIVE))
                .toList();
        return description.withMedia(media);
    }
}
