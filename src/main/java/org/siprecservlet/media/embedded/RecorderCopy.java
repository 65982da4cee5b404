package org.siprecservlet.media.embedded;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.RecordingOffer;
import org.siprecservlet.sdp.SessionDescription;

/** The copy of one call for one recorder. On the call's event loop only. */
final class RecorderCopy {

    private static final String USERNAME = "siprec";
    private static final String FIRST_VERSION = "1";

    /** Nothing that a recorder sends reaches a party. */
    private static final PacketSink IGNORED = (source, content) -> {};

    private final EventLoop loop;
    private final PortPairs ports;
    private final AddressFamily family;
    private final List<CopyStream> streams = new ArrayList<>();
    private RecordingOffer offer;

    RecorderCopy(EventLoop loop, PortPairs ports, long sessionId, AddressFamily family) {
        this.loop = loop;
        this.ports = ports;
        this.family = family;
        Connection relay = ports.addresses().connection(family);
        this.offer = new RecordingOffer(new Origin(USERNAME, Long.toString(sessionId), FIRST_VERSION, relay), relay);
    }

    /** Adds what one side sends on a line, by the descriptions of that side and the other. */
    void add(Leg source, Side sender, MediaDescription senders, MediaDescription receivers) throws RelayException {
        PortPair pair = ports.open(loop, family, PortPairs.ANY, IGNORED, IGNORED);
        String label = Integer.toString(streams.size() + 1);
        offer = offer.withStream(label, pair.rtpPort(), Direction.SENDONLY, senders, receivers);
        MediaDescription line = offer.media().get(streams.size());
        CopyStream stream = new CopyStream(new RecordedStream(label, sender, line.type()), source, pair, line);
        streams.add(stream);
        source.addCopy(stream);
    }

    List<CopyStream> streams() {
        return streams;
    }

    CopyOffer offer() {
        return new CopyOffer(
                offer.toDescription(), streams.stream().map(CopyStream::stream).toList());
    }

    /** Does what the answer says, for all streams or, when it can not be used, for none. */
    void connect(SessionDescription answer) throws RelayException {
        List<RecorderTarget> targets = new ArrayList<>();
        for (CopyStream stream : streams) {
            targets.add(RecorderTarget.of(stream.offered(), answer, targets.size(), family));
        }
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).sendTo(targets.get(i));
        }
    }

    void close() {
        for (CopyStream stream : streams) {
            stream.source().removeCopy(stream);
            stream.pair().close();
        }
        streams.clear();
    }
}
