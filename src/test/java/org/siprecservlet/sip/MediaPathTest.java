package org.siprecservlet.sip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

class MediaPathTest {

    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n";
    private static final String AT_THE_RELAY = SDP.replace("s=-", "s=relay");
    private static final Body OFFER = body("application/sdp", SDP);

    private final Relay relay = new Relay();
    private final Map<Side, Party> parties = Map.of(Side.CALLER, new Party(), Side.CALLEE, new Party());
    private final MediaPath path = new MediaPath(relay, new RelayCall("1"), parties);
    private final OfferAnswer exchange = new OfferAnswer();

    @Test
    void theFirstDescriptionIsAnOfferAndTheNextAnAnswer() {
        pass(Side.CALLER, OFFER);
        pass(Side.CALLEE, OFFER);

        assertThat(relay.asked).containsExactly("offer of CALLER", "answer of CALLEE");
    }

    @Test
    void theDescriptionIsTheRelays() {
        assertThat(text(pass(Side.CALLER, OFFER))).isEqualTo(AT_THE_RELAY);
    }

    @Test
    void aBodyOfAnotherTypeIsLeftAlone() {
        Body body = body("text/plain", SDP);

        assertThat(pass(Side.CALLER, body)).isSameAs(body);
        assertThat(relay.asked).isEmpty();
    }

    @Test
    void inAMultipartOnlyTheDescriptionChanges() {
        String parts = "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: application/sdp\r\n\r\n"
                + SDP + "\r\n--b--\r\n";
        Body passed = pass(Side.CALLER, body("multipart/mixed;boundary=b", parts));

        assertThat(text(passed)).isEqualTo(parts.replace(SDP, AT_THE_RELAY));
    }

    @Test
    void aMultipartWithoutDescriptionIsLeftAlone() {
        Body body = body("multipart/mixed;boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b--\r\n");

        assertThat(pass(Side.CALLER, body)).isSameAs(body);
    }

    @Test
    void anAnswerThatComesAgainAfterALaterExchangeIsNotNegotiatedAgain() {
        pass(Side.CALLER, OFFER);
        pass(Side.CALLEE, OFFER);
        OfferAnswer update = new OfferAnswer();
        path.pass(update, Side.CALLEE, OFFER);
        path.pass(update, Side.CALLER, OFFER);
        relay.asked.clear();

        assertThat(text(pass(Side.CALLEE, OFFER))).isEqualTo(AT_THE_RELAY);
        assertThat(relay.asked).isEmpty();
    }

    @Test
    void whatIsNoDescriptionIsABadRequest() {
        CompletionStage<Body> stage = path.pass(exchange, Side.CALLER, body("application/sdp", "hello"));

        Throwable fault = catchThrowable(() -> stage.toCompletableFuture().join());
        assertThat(fault).isInstanceOf(CompletionException.class);
        assertThat(CallRefused.from(fault).status()).isEqualTo(400);
    }

    @Test
    void onlyAnOfferIsWithdrawn() {
        path.withdraw(exchange);
        assertThat(relay.asked).isEmpty();

        pass(Side.CALLEE, OFFER);
        path.withdraw(exchange);
        assertThat(relay.asked).containsExactly("offer of CALLEE", "withdraw of CALLEE");
    }

    private Body pass(Side from, Body body) {
        return path.pass(exchange, from, body).toCompletableFuture().join();
    }

    private static Body body(String type, String text) {
        return new Body(type, text.getBytes(UTF_8));
    }

    private static String text(Body body) {
        return new String(body.bytes(), UTF_8);
    }

    /** Takes note of what it is asked, and leaves a mark in descriptions. */
    private static final class Relay implements MediaRelay {

        private final List<String> asked = new ArrayList<>();

        @Override
        public CompletionStage<SessionDescription> offer(RelayCall call, Side from, SessionDescription offer) {
            return rewritten("offer of " + from);
        }

        @Override
        public CompletionStage<SessionDescription> answer(RelayCall call, Side from, SessionDescription answer) {
            return rewritten("answer of " + from);
        }

        private CompletionStage<SessionDescription> rewritten(String what) {
            asked.add(what);
            try {
                return CompletableFuture.completedFuture(SessionDescription.parse(AT_THE_RELAY.getBytes(UTF_8)));
            } catch (MalformedSdpException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public CompletionStage<Void> withdraw(RelayCall call, Side from) {
            asked.add("withdraw of " + from);
            return Lane.DONE;
        }

        @Override
        public CompletionStage<CopyOffer> subscribe(Subscription copy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> connect(Subscription copy, SessionDescription answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<CopyOffer> refresh(Subscription copy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<List<CopyCount>> count(Subscription copy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> unsubscribe(Subscription copy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> delete(RelayCall call) {
            return Lane.DONE;
        }
    }
}
