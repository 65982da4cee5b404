package org.siprecservlet.media.embedded;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
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
    private final RecordingOffer empty;

    RecorderCopy(EventLoop loop, PortPairs ports, long sessionId, AddressFamily family) {
        this.loop = loop;
        this.ports = ports;
        this.family = family;
        Connection relay = ports.addresses().connection(family);
        this.empty = new RecordingOffer(new Origin(USERNAME, Long.toString(sessionId), FIRST_VERSION, relay), relay);
    }

    /** Offers what is sent now; or fails, and nothing has changed. */
    CopyOffer describe(List<SentLine> sent) throws RelayException {
        addNew(sent);
        RecordingOffer offer = empty;
        for (CopyStream stream : streams) {
            offer = stream.describe(offer, sent);
        }
        return new CopyOffer(
                offer.toDescription(), streams.stream().map(CopyStream::stream).toList());
    }

    private void addNew(List<SentLine> sent) throws RelayException {
        List<CopyStream> added = new ArrayList<>();
        try {
            for (SentLine line : sent) {
                if (streams.stream().noneMatch(stream -> stream.isOf(line))) {
                    added.add(open(line, streams.size() + added.size() + 1));
                }
            }
        } catch (RelayException e) {
            added.forEach(CopyStream::close);
            throw e;
        }
        streams.addAll(added);
    }

    private CopyStream open(SentLine line, int label) throws RelayException {
        PortPair pair = ports.open(loop, family, PortPairs.ANY, IGNORED, IGNORED);
        RecordedStream stream = new RecordedStream(
                Integer.toString(label), line.sender(), line.receivers().type());
        return new CopyStream(stream, line.index(), line.source(), pair);
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
        streams.forEach(CopyStream::close);
        streams.clear();
    }
}
