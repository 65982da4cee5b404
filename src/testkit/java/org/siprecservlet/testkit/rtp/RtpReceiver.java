package org.siprecservlet.testkit.rtp;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.siprecservlet.testkit.sip.Inbox;
import org.siprecservlet.testkit.sip.TimedOut;

/** Keeps all RTP and RTCP that arrives at one port pair, for as long as the test runs. */
public final class RtpReceiver {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Inbox<Received> packets = new Inbox<>();
    private final Inbox<ReceivedRtcp> rtcp = new Inbox<>();
    private final Inbox<byte[]> odd = new Inbox<>();
    private final InstantSource clock;

    RtpReceiver(InstantSource clock) {
        this.clock = clock;
    }

    /** One RTP packet, where it came from and when. */
    public record Received(RtpPacket packet, InetSocketAddress source, Instant at) {}

    /** One RTCP datagram, where it came from and when. */
    public record ReceivedRtcp(byte[] raw, InetSocketAddress source, Instant at) {

        /** The type of its first packet: 200 is SR, 201 RR, 203 BYE. */
        public int type() {
            return raw.length > 1 ? raw[1] & 0xFF : -1;
        }
    }

    /** Waits until at least so many packets have come since the start, and returns all. */
    public List<Received> awaitPackets(int count) {
        return awaitPackets(count, PATIENCE);
    }

    public List<Received> awaitPackets(int count, Duration patience) {
        if (!packets.holds(count, patience)) {
            throw new TimedOut("only " + packets.items().size() + " of " + count + " RTP packets came within "
                    + patience.toMillis() + " ms");
        }
        return packets.items();
    }

    /** Waits for so many packets more than there are now, and returns only those. */
    public List<Received> awaitMore(int count) {
        int before = packets.items().size();
        List<Received> all = awaitPackets(before + count);
        return all.subList(before, all.size());
    }

    public List<ReceivedRtcp> awaitRtcp(int count) {
        if (!rtcp.holds(count, PATIENCE)) {
            throw new TimedOut("only " + rtcp.items().size() + " of " + count + " RTCP datagrams came");
        }
        return rtcp.items();
    }

    /** Waits until an RTCP datagram has come that begins with a packet of that type, and returns the first. */
    public ReceivedRtcp awaitRtcpOfType(int type) {
        for (int count = 1; true; count++) {
            ReceivedRtcp next = awaitRtcp(count).get(count - 1);
            if (next.type() == type) {
                return next;
            }
        }
    }

    /** Whether no further RTP packet comes for the given time. */
    public boolean staysQuiet(Duration time) {
        return !packets.holds(packets.items().size() + 1, time);
    }

    public List<Received> packets() {
        return packets.items();
    }

    public List<ReceivedRtcp> rtcp() {
        return rtcp.items();
    }

    /** What came to the RTP port and was no RTP, such as an empty keep-alive datagram. */
    public List<byte[]> oddDatagrams() {
        return odd.items();
    }

    /** The payloads of one payload type, one after the other in the order of arrival. */
    public byte[] payload(int payloadType) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.items().stream()
                .map(Received::packet)
                .filter(p -> p.payloadType() == payloadType)
                .forEach(p -> all.writeBytes(p.payload()));
        return all.toByteArray();
    }

    /** The payload types seen, in the order of their first packet. */
    public List<Integer> payloadTypes() {
        return packets.items().stream()
                .map(r -> r.packet().payloadType())
                .distinct()
                .collect(Collectors.toList());
    }

    void rtpArrived(byte[] raw, InetSocketAddress source) {
        boolean multiplexed = raw.length > 1 && (raw[1] & 0xFF) >= 192 && (raw[1] & 0xFF) <= 223;
        if (multiplexed) {
            rtcpArrived(raw, source);
            return;
        }
        try {
            packets.put(new Received(RtpPacket.parse(raw), source, clock.instant()));
        } catch (IllegalArgumentException e) {
            odd.put(raw);
        }
    }

    void rtcpArrived(byte[] raw, InetSocketAddress source) {
        rtcp.put(new ReceivedRtcp(raw, source, clock.instant()));
    }
}
