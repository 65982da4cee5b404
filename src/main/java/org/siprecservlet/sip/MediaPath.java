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
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.RecordPreference;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Leads a call's media through the relay: rewrites the session descriptions of passing bodies, also inside a multipart,
 * and leaves every other body as it is.
 */
final class MediaPath {

    private static final String SDP = "application/sdp";

    private final MediaRelay relay;
    private final RelayCall call;
    private final Map<Side, Addressee> addressees = new EnumMap<>(Side.class);
    /** What each side has described, and what of it the sides have agreed on. */
    private final Map<Side, SessionDescription> heard = new EnumMap<>(Side.class);

    private final Map<Side, SessionDescription> agreed = new EnumMap<>(Side.class);

    private OfferAnswer latest;
    private RecordingIndication indication = RecordingIndication.NONE;

    MediaPath(MediaRelay relay, RelayCall call, Map<Side, Party> parties) {
        this.relay = relay;
        this.call = call;
        parties.forEach((side, party) -> addressees.put(side, new Addressee(party)));
    }

    /** From now on descriptions tell those who want to know that this is recorded. */
    void indicate(RecordingIndication now) {
        indication = now;
    }

    /** The sides have agreed on what they were told last. */
    void agree() {
        agreed.putAll(heard);
        addressees.values().forEach(Addressee::agree);
    }

    /** What the sides wish of the recording of their call, in what they have agreed on last. */
    RecordPreference preference() {
        return agreed.values().stream()
                .map(RecordPreference::in)
                .reduce(RecordPreference.NOPREFERENCE, RecordPreference::and);
    }

    /** Whether a side wants to know what is recorded, and does not. */
    boolean hasNewsFor(Side side) {
        return addressees.get(side).believesOtherwise(indication);
    }

    /** What a side was told, told anew with what is recorded. */
    Body news(Side side) {
        return new Body(SDP, addressees.get(side).describeAgain(indication).toBytes());
    }

    /** A side did not take the news that were told last. */
    void refuseNews(Side side) {
        addressees.get(side).refuse();
    }

    /** A side has taken the news. What it changes with its answer, the relay has to know. */
    CompletionStage<Void> takeNews(Side side, Body answer) {
        addressees.get(side).agree();
        try {
            return answer.is(SDP) ? takeAnswer(side, SessionDescription.parse(answer.bytes())) : Lane.DONE;
        } catch (MalformedSdpException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Void> takeAnswer(Side side, SessionDescription answer) {
        SessionDescription before = agreed.put(side, answer);
        if (before == null || before.withVersion("0").equals(answer.withVersion("0"))) {
            return Lane.DONE;
        }
        return relay.offer(call, side.other(), agreed.get(side.other()))
                .thenCompose(offered -> relay.answer(call, side, answer))
                .thenAccept(answered -> {});
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
            heard.put(from, description);
            latest = exchange;
            return relay.offer(call, from, description).thenApply(sdp -> tell(from.other(), sdp));
        }
        if (exchange != latest) {
            // An answer that a 200 repeats although an UPDATE has been answered since: nothing is negotiated by it any
            // more.
            return CompletableFuture.completedFuture(sent(from.other()));
        }
        heard.put(from, description);
        return relay.answer(call, from, description).thenApply(sdp -> tell(from.other(), sdp));
    }

    private byte[] tell(Side side, SessionDescription sdp) {
        return addressees.get(side).describe(sdp, indication).toBytes();
    }

    private byte[] sent(Side side) {
        return addressees.get(side).sent().orElseThrow().toBytes();
    }
}
