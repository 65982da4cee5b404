package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.sdp.SessionDescription;
import org.siprecservlet.sound.PromptFile;
import org.siprecservlet.sound.Samples;

/** What the relay asks of an RTPProxy to carry a call. */
class RtpProxyCallsTest extends RtpProxyGround {

    private static final Prompt PROMPT = new Prompt(CALL, "notice", new PromptFile("/media/consent"), false);

    @Test
    void opensACallWithUAndAnswersItWithL() throws Exception {
        proxy.asked();

        SessionDescription offered = now(relay.offer(CALL, Side.CALLER, phone(4000)));
        assertThat(asked(proxy)).containsExactly("U call 192.0.2.1 4000 caller;1");
        SessionDescription answered = now(relay.answer(CALL, Side.CALLEE, phone(5000)));
        assertThat(asked(proxy)).containsExactly("L call 192.0.2.1 5000 caller;1 callee;1");

        assertThat(offered.toString()).contains("c=IN IP4 192.0.2.7").contains("m=audio 42004 ");
        assertThat(answered.toString()).contains("c=IN IP4 192.0.2.7").contains("m=audio 42006 ");
    }

    @Test
    void lettingTheCalleeOfferTurnsTheTagsAround() throws Exception {
        proxy.asked();

        now(relay.offer(CALL, Side.CALLEE, phone(5000)));
        now(relay.answer(CALL, Side.CALLER, phone(4000)));
        now(relay.subscribe(COPY));
        now(relay.connect(COPY, recorder(6000, 6002)));

        assertThat(asked(proxy))
                .containsExactly(
                        "U call 192.0.2.1 5000 callee;1",
                        "L call 192.0.2.1 4000 callee;1 caller;1",
                        "C call udp:192.0.2.1:6000 caller;1 callee;1",
                        "C call udp:192.0.2.1:6002 callee;1 caller;1");
    }

    @Test
    void tellsNewAddressesOnlyWithTheAnswer() throws Exception {
        answeredCall();
        proxy.asked();

        now(relay.offer(CALL, Side.CALLEE, phone(5008)));
        assertThat(asked(proxy)).containsExactly("Q call caller;1 callee;1");
        now(relay.answer(CALL, Side.CALLER, phone(4008)));
        assertThat(asked(proxy))
                .containsExactly("L call 192.0.2.1 5008 caller;1 callee;1", "U call 192.0.2.1 4008 caller;1 callee;1");
    }

    @Test
    void tellsNothingAgainThatRtpProxyKnows() throws Exception {
        answeredCall();
        now(relay.offer(CALL, Side.CALLER, phone(4000)));
        proxy.asked();

        now(relay.answer(CALL, Side.CALLEE, phone(5000)));

        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void endsWhatOnlyAWithdrawnOfferNeeded() throws Exception {
        now(relay.offer(CALL, Side.CALLER, phone(4000)));
        proxy.asked();

        now(relay.withdraw(CALL, Side.CALLER));

        assertThat(asked(proxy)).containsExactly("D call caller;1 callee;1");
        assertThat(relay.callsInProgress()).isZero();
    }

    @Test
    void endsACallWithAllItsLines() throws Exception {
        copiedCall();

        now(relay.delete(CALL));

        assertThat(asked(proxy)).containsExactly("D call caller callee");
        assertThat(relay.callsInProgress()).isZero();
    }

    @Test
    void letsBothSidesHearAFileInACodecOfTheCall() throws Exception {
        answeredCall();
        proxy.asked();

        now(relay.play(PROMPT, Side.CALLER));
        now(relay.play(PROMPT, Side.CALLEE));
        now(relay.hush(PROMPT, Side.CALLEE));
        now(relay.hush(PROMPT, Side.CALLEE));
        now(relay.hush(new Prompt(CALL, "another", PROMPT.sound(), false), Side.CALLER));

        assertThat(asked(proxy))
                .containsExactly(
                        "P1 call /media/consent 0,8 caller;1 callee;1",
                        "P1 call /media/consent 0,8 callee;1 caller;1",
                        "S call callee;1 caller;1");
    }

    @Test
    void saysWhatItCanNotPlay() throws Exception {
        answeredCall();
        Samples tone = Samples.tone(1400, Duration.ofMillis(400), Duration.ofSeconds(15));

        assertRefused(
                Kind.NOT_SUPPORTED,
                relay.play(new Prompt(CALL, "n", tone, false), Side.CALLER),
                "files that lie with it");
        assertRefused(
                Kind.NOT_SUPPORTED,
                relay.play(new Prompt(CALL, "n", PROMPT.sound(), true), Side.CALLER),
                "recorders can not hear it");
        proxy.answers("P1", "E60");
        assertRefused(Kind.NOT_SUPPORTED, relay.play(PROMPT, Side.CALLER), ".0 for PCMU");
        proxy.answers("P1", "E50");
        assertRefused(Kind.UNKNOWN_CALL, relay.play(PROMPT, Side.CALLER), "does not know the call");
    }

    @Test
    void hasNoFileForACodecWithoutAFixedPayloadType() throws Exception {
        SessionDescription opus = sdp("m=audio 4000 RTP/AVP 111", "a=rtpmap:111 opus/48000/2");
        now(relay.offer(CALL, Side.CALLER, opus));
        now(relay.answer(CALL, Side.CALLEE, opus));

        assertRefused(Kind.NOT_SUPPORTED, relay.play(PROMPT, Side.CALLER), "fixed payload type");
    }

    @Test
    void refusesCallsOverIpv6() throws Exception {
        SessionDescription offer = sdp("m=audio 4000 RTP/AVP 0", "c=IN IP6 2001:db8::1");

        assertRefused(Kind.UNUSABLE_DESCRIPTION, relay.offer(CALL, Side.CALLER, offer), "IPv4 only");
        assertThat(relay.callsInProgress()).isZero();
    }
}
