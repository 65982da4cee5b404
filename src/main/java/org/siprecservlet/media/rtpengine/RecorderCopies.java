package org.siprecservlet.media.rtpengine;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.sdp.SessionDescription;

/** The copies of one call. Touched by the steps of the call only. */
final class RecorderCopies {

    private final AnchoredCall call;
    private final Names names;
    private final Map<Subscription, RecorderCopy> copies = new LinkedHashMap<>();

    RecorderCopies(AnchoredCall call, Names names) {
        this.call = call;
        this.names = names;
    }

    CompletionStage<CopyOffer> subscribe(Subscription name) throws RelayException {
        if (copies.containsKey(name)) {
            throw new RelayException(Kind.BROKEN, "The call already has a copy of that name.");
        }
        if (call.sent().isEmpty()) {
            throw new RelayException(
                    Kind.NOTHING_TO_COPY,
                    "The call has no answered media line that can be copied: RTP, or SRTP with keys of suites that RTPengine"
                            + " knows in the descriptions (a=crypto). Keys of DTLS-SRTP are known to the parties only.");
        }
        RecorderCopy copy = new RecorderCopy(call, names, name.form());
        return copy.describe().thenCompose(offer -> checked(name, copy, offer)).whenComplete((offer, failure) -> {
            if (failure == null) {
                copies.put(name, copy);
            } else {
                copy.end();
            }
        });
    }

    private CompletionStage<CopyOffer> checked(Subscription name, RecorderCopy copy, CopyOffer offer) {
        InetAddress from = name.from();
        String address = copy.address();
        return from == null || from.getHostAddress().equals(address)
                ? CompletableFuture.completedStage(offer)
                : CompletableFuture.failedStage(new RelayException(
                        Kind.UNKNOWN_ADDRESS,
                        "The copy is to be sent from " + from.getHostAddress() + ", and RTPengine at "
                                + call.node().name() + " sends it from " + address + "."));
    }

    CompletionStage<CopyOffer> refresh(Subscription name) throws RelayException {
        return known(name).describe();
    }

    CompletionStage<Void> connect(Subscription name, SessionDescription answer) throws RelayException {
        return known(name).connect(answer);
    }

    CompletionStage<List<CopyCount>> count(Subscription name) throws RelayException {
        return known(name).count();
    }

    private RecorderCopy known(Subscription name) throws RelayException {
        RecorderCopy copy = copies.get(name);
        if (copy == null) {
            throw new RelayException(Kind.UNKNOWN_CALL, "The call has no copy of that name.");
        }
        return copy;
    }

    /** Has every copy go on with what the call is now. */
    CompletionStage<Void> follow() {
        return InTurn.each(copies.values(), RecorderCopy::follow);
    }

    CompletionStage<Void> unsubscribe(Subscription name) {
        RecorderCopy copy = copies.remove(name);
        return copy == null ? InTurn.DONE : copy.end();
    }
}
