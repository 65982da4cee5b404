package org.siprecservlet.media.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.media.description.PlainRtp;
import org.siprecservlet.sdp.AddressFamily;
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
        name.form().requireAsSent("the embedded relay");
        List<AgreedStream> sent = sent();
        if (sent.isEmpty()) {
            throw new RelayException(RelayException.Kind.NOTHING_TO_COPY, PlainRtp.NONE);
        }
        RecorderCopy copy = new RecorderCopy(call, ports, random.nextLong(1, Long.MAX_VALUE), family(name));
        CopyOffer offer = copy.describe(sent);
        copies.put(name, copy);
        return offer;
    }

    CopyOffer refresh(Subscription name) throws RelayException {
        return known(name).describe(sent());
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

    /** What is sent in the call now and may be copied. */
    private List<AgreedStream> sent() {
        return IntStream.range(0, call.lines().size())
                .filter(index -> call.lines().get(index).isCopyable())
                .boxed()
                .flatMap(index -> Stream.of(Side.CALLER, Side.CALLEE).map(side -> call.agreed(index, side)))
                .toList();
    }

    void connect(Subscription name, SessionDescription answer) throws RelayException {
        known(name).connect(answer);
    }

    List<CopyCount> count(Subscription name) throws RelayException {
        return known(name).count();
    }

    private RecorderCopy known(Subscription name) throws RelayException {
        RecorderCopy copy = copies.get(name);
        if (copy == null) {
            throw new RelayException(RelayException.Kind.UNKNOWN_CALL, "The call has no copy of that name.");
        }
        return copy;
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
