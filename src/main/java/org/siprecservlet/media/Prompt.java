package org.siprecservlet.media;

import java.util.Objects;
import org.siprecservlet.sound.Sound;

/**
 * A sound that parties of a call are let hear.
 *
 * @param name tells it from others of the same call
 * @param recorded whether recorders get it, too, in place of what it is heard in place of
 */
public record Prompt(RelayCall call, String name, Sound sound, boolean recorded) {

    public Prompt {
        Objects.requireNonNull(call, "a prompt belongs to a call");
        Objects.requireNonNull(name, "a prompt needs a name");
        Objects.requireNonNull(sound, "a prompt can be heard");
    }
}
