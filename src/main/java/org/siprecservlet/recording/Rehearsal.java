package org.siprecservlet.recording;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.metadata.IdSource;
import org.siprecservlet.metadata.MetadataId;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Plays a recorded call without phones and without a recorder, up to the INVITE that is not sent. On a virtual machine that
 * has just started, the first recording would otherwise wait about a second for its classes, and lose the words of that
 * second.
 */
public final class Rehearsal {

    private static final String NAME = "rehearsal";
    private static final String PHONE =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n";

    private final MediaRelay relay;
    private final Executor executor;
    private final Clock clock;
    private final IdSource ids;

    public Rehearsal(MediaRelay relay, Executor executor, Clock clock, IdSource ids) {
        this.relay = relay;
        this.executor = executor;
        this.clock = clock;
        this.ids = ids;
    }

    /** Plays it. The stage ends with what went wrong, if anything did; nothing is left over at the relay. */
    public CompletionStage<Void> play() {
        try {
            return play(SessionDescription.parse(PHONE.getBytes(StandardCharsets.US_ASCII)));
        } catch (MalformedSdpException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Void> play(SessionDescription phone) {
        RelayCall call = new RelayCall(NAME);
        return relay.offer(call, Side.CALLER, phone)
                .thenCompose(offered -> relay.answer(call, Side.CALLEE, phone))
                .thenCompose(answered -> relay.subscribe(new Subscription(call, NAME)))
                .thenAcceptAsync(this::invite, executor)
                .handle((played, failure) -> relay.delete(call).thenCompose(deleted -> outcome(failure)))
                .thenCompose(Function.identity());
    }

    private static CompletionStage<Void> outcome(Throwable failure) {
        return failure == null ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(failure);
    }

    private void invite(CopyOffer offer) {
        Instant now = clock.instant();
        MetadataId group = MetadataId.random(ids);
        Dossier dossier = new Dossier(call(now), RecordingPlan.DEFAULT_INSTANCE, SessionDetails.NONE, group, now, ids);
        dossier.offered(offer);
        Invitation.of(offer.sdp(), dossier.metadata(now).complete(), RecorderProfile.STANDARD, ids);
    }

    private static CallView call(Instant now) {
        Identity nobody = new Identity("sip:nobody@localhost", "");
        IncomingCall incoming = new IncomingCall(new CallId(NAME), nobody, nobody, nobody.uri(), Headers.NONE, "", now);
        return CallView.of(new AnsweredCall(incoming, NAME, NAME, List.of(), now));
    }
}
