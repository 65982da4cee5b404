package org.siprecservlet.media;

import java.util.Objects;
import org.siprecservlet.call.Side;

/**
 * One stream of a copy: what one side sends on one media line of the call.
 *
 * @param label the {@code a=label} of its line in the copy's SDP (RFC 4574); stays the same for the copy's life
 * @param sender the side whose media this is
 * @param mediaType {@code audio}, {@code video} and so on, as in the m= line
 */
public record RecordedStream(String label, Side sender, String mediaType) {

    public RecordedStream {
        Objects.requireNonNull(label);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(mediaType);
    }
}
