package org.siprecservlet.media;

import java.util.Objects;

/**
 * What is known of the RTP of one stream of a copy at one moment. A number only grows, unless the relay lost the call and took it
 * up again.
 *
 * @param label as in {@link RecordedStream}
 * @param flows whether the relay is to send the stream to the recorder now
 * @param packets RTP packets, without RTCP
 * @param bytes of those packets, RTP headers included; null when the relay does not count them
 * @param lost packets that did not reach the relay, by the gaps in their sequence numbers (RFC 3550 appendix A.3); null when
 *     the relay does not count them
 */
public record CopyCount(String label, boolean flows, Measure measure, long packets, Long bytes, Long lost) {

    /** Where the packets are counted. */
    public enum Measure {
        /** On leaving for the recorder. */
        COPIED,
        /** On coming in from the party, since the call began: this relay does not count what it copies. */
        RECEIVED
    }

    public CopyCount {
        Objects.requireNonNull(label);
        Objects.requireNonNull(measure);
    }

    /** Packets that left for the recorder. */
    public static CopyCount copied(String label, boolean flows, long packets, long bytes, long lost) {
        return new CopyCount(label, flows, Measure.COPIED, packets, bytes, lost);
    }

    /** Packets that came in from the party, of a relay that does not count losses. */
    public static CopyCount received(String label, boolean flows, long packets, Long bytes) {
        return new CopyCount(label, flows, Measure.RECEIVED, packets, bytes, null);
    }
}
