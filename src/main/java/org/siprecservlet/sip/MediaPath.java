package org.siprecservlet.sip;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.body.Body;
import org.siprecservlet.body.MalformedBodyException;
import org.siprecservlet.body.Multipart;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.OfferAnswer.Role;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Leads a call's media through the relay: rewrites the session descriptions of passing bodies, also inside a multipart,
 * and leaves every other body as it is.
 */
final class MediaPath {

    private static final String SDP = "application/sdp";

    private final MediaRelay relay;
    private final RelayCall call;
    /** The description that each side was sent last. */
    private final Map<Side, byte[]> told = new EnumMap<>(Side.class);

    private OfferAnswer latest;

    MediaPath(MediaRelay relay, RelayCall call) {
        this.relay = relay;
        this.call = call;
    }

    /** The body for the other side. The stage fails when it can not go there: see {@link CallRefused#from}. */
    CompletionStage<Body> pass(OfferAnswer exchange, Side from, Body body) {
        try {
            if (body.is(SDP)) {
                return rewrite(exchange, from, body.bytes()).thenApply(sdp -> new Body(body.contentType(), sdp));
            }
            return Multipart.isMultipart(body)
                    ? passParts(exchange, from, body)
                    : CompletableFuture.completedFuture(body);
        } catch (MalformedSdpException | MalformedBodyException e) {
            return CompletableFuture.failedFuture(new CallRefused(400, e.getMessage()));
        }
    }

    /** Forgets the offer of a transaction that failed. */
    CompletionStage<Void> withdraw(OfferAnswer exchange) {
        return exchange.offerer().map(side -> relay.withdraw(call, side)).orElse(Lane.DONE);
    }

    /** Ends the call at the relay. */
    CompletionStage<Void> close() {
        return relay.delete(call);
    }

    private CompletionStage<Body> passParts(OfferAnswer exchange, Side from, Body body)
            throws MalformedBodyException, MalformedSdpException {
        Multipart parts = Multipart.parse(body);
        var sdp = parts.part(SDP);
        return sdp.isEmpty()
                ? CompletableFuture.completedFuture(body)
                : rewrite(exchange, from, sdp.get().body().bytes()).thenApply(bytes -> replaced(parts, bytes));
    }

    private static Body replaced(Multipart parts, byte[] sdp) {
        try {
            return parts.withPart(SDP, sdp).toBody();
        } catch (MalformedBodyException e) {
            throw new CompletionException(new CallRefused(400, e.getMessage()));
        }
    }

    private CompletionStage<byte[]> rewrite(OfferAnswer exchange, Side from, byte[] bytes)
            throws MalformedSdpException {
        SessionDescription description = SessionDescription.parse(bytes);
        if (exchange.brings(from) == Role.OFFER) {
            latest = exchange;
            return relay.offer(call, from, description).thenApply(sdp -> tell(from.other(), sdp));
        }
        // An answer that a 200 repeats although an UPDATE has been answered since: nothing is negotiated by it any
        // more.
        return exchange == latest
                ? relay.answer(call, from, description).thenApply(sdp -> tell(from.other(), sdp))
                : CompletableFuture.completedFuture(told.get(from.other()));
    }

    private byte[] tell(Side side, SessionDescription sdp) {
        byte[] bytes = sdp.toBytes();
        told.put(side, bytes);
        return bytes;
    }
}
