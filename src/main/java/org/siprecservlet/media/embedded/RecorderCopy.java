package org.siprecservlet.media.embedded;

import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.OfferedStream;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.RecordingOffer;
import org.siprecservlet.sdp.SessionDescription;

/** The copy of one call for one recorder. On the call's event loop only. */
final class RecorderCopy {

    private static final String USERNAME = "siprec";
    private static final String FIRST_VERSION = "1";

    private final RelayedCall call;
    private final PortPairs ports;
    private final AddressFamily family;
    private final List<CopyStream> streams = new ArrayList<>();
    private final RecordingOffer empty;

    RecorderCopy(RelayedCall call, PortPairs ports, long sessionId, AddressFamily family) {
        this.call = call;
        this.ports = ports;
        this.family = family;
        Connection relay = ports.addresses().connection(family);
        this.empty = new RecordingOffer(new Origin(USERNAME, Long.toString(sessionId), FIRST_VERSION, relay), relay);
    }

    /** Offers what is sent now; or fails, and nothing has changed. */
    CopyOffer describe(List<AgreedStream> sent) throws RelayException {
        addNew(sent);
        RecordingOffer offer = empty;
        for (CopyStream stream : streams) {
            offer = stream.offered().describe(offer, sent);
        }
        return new CopyOffer(
                offer.toDescription(),
                streams.stream()
                        .map(CopyStream::offered)
                        .map(OfferedStream::stream)
                        .toList());
    }

    private void addNew(List<AgreedStream> sent) throws RelayException {
        List<CopyStream> added = new ArrayList<>();
        try {
            for (AgreedStream line : sent) {
                if (streams.stream().noneMatch(stream -> stream.offered().isOf(line))) {
                    added.add(open(line, streams.size() + added.size() + 1));
                }
            }
        } catch (RelayException e) {
            added.forEach(CopyStream::close);
            throw e;
        }
        streams.addAll(added);
    }

    private CopyStream open(AgreedStream line, int label) throws RelayException {
        Leg source = call.lines().get(line.index()).leg(line.sender());
        return new CopyStream(line, label, source, call.loop(), family, ports);
    }

    /** Does what the answer says, for all streams or, when it can not be used, for none. */
    void connect(SessionDescription answer) throws RelayException {
        List<RecorderTarget> targets = new ArrayList<>();
        for (CopyStream stream : streams) {
            targets.add(RecorderTarget.of(stream.offered().offered(), answer, targets.size(), family));
        }
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).sendTo(targets.get(i));
        }
    }

    List<CopyCount> count() {
        return streams.stream().map(CopyStream::count).toList();
    }

    void close() {
        streams.forEach(CopyStream::close);
        streams.clear();
    }
}
