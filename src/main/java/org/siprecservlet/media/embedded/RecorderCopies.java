package org.siprecservlet.media.embedded;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** The copies of one call. On the call's event loop only. */
final class RecorderCopies {

    private final RelayedCall call;
    private final PortPairs ports;
    private final RandomGenerator random;
    private final Map<Subscription, RecorderCopy> copies = new HashMap<>();

    RecorderCopies(RelayedCall call, PortPairs ports, RandomGenerator random) {
        this.call = call;
        this.ports = ports;
        this.random = random;
    }

    CopyOffer subscribe(Subscription name) throws RelayException {
        if (copies.containsKey(name)) {
            throw new RelayException(RelayException.Kind.BROKEN, "The call already has a copy of that name.");
        }
        RecorderCopy copy = new RecorderCopy(call.loop(), ports, random.nextLong(1, Long.MAX_VALUE), family(name));
        try {
            addStreams(copy);
        } catch (RelayException e) {
            copy.close();
            throw e;
        }
        copies.put(name, copy);
        return copy.offer();
    }

    private AddressFamily family(Subscription name) throws RelayException {
        if (name.from() == null) {
            return ports.addresses().preferred();
        }
        if (!ports.addresses().all().contains(name.from())) {
            throw new RelayException(
                    RelayException.Kind.UNKNOWN_ADDRESS,
                    "The copy is to be sent from " + name.from().getHostAddress()
                            + ", which is none of the relay's addresses: "
                            + ports.addresses());
        }
        return RelayAddresses.familyOf(name.from());
    }

    private void addStreams(RecorderCopy copy) throws RelayException {
        for (int i = 0; i < call.lines().size(); i++) {
            if (call.lines().get(i).isCopyable()) {
                addStream(copy, i, Side.CALLER);
                addStream(copy, i, Side.CALLEE);
            }
        }
        if (copy.streams().isEmpty()) {
            throw new RelayException(
                    RelayException.Kind.NOTHING_TO_COPY,
                    "The call has no answered media line with unencrypted RTP, so there is nothing to copy.");
        }
    }

    private void addStream(RecorderCopy copy, int index, Side sender) throws RelayException {
        Leg source = call.lines().get(index).leg(sender);
        copy.add(source, sender, line(sender, index), line(sender.other(), index));
    }

    private MediaDescription line(Side side, int index) {
        return call.described(side)
                .map(SessionDescription::media)
                .map(media -> media.get(index))
                .orElseThrow();
    }

    void connect(Subscription name, SessionDescription answer) throws RelayException {
        RecorderCopy copy = copies.get(name);
        if (copy == null) {
            throw new RelayException(RelayException.Kind.UNKNOWN_CALL, "The call has no copy of that name.");
        }
        copy.connect(answer);
    }

    void unsubscribe(Subscription name) {
        RecorderCopy copy = copies.remove(name);
        if (copy != null) {
            copy.close();
        }
    }

    void close() {
        copies.values().forEach(RecorderCopy::close);
        copies.clear();
    }
}
