package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.sdp.SessionDescription;

/** What the relay asks of an RTPProxy to carry a call. */
class RtpProxyCallsTest extends RtpProxyGround {

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
    void refusesCallsOverIpv6() throws Exception {
        SessionDescription offer = sdp("m=audio 4000 RTP/AVP 0", "c=IN IP6 2001:db8::1");

        assertRefused(Kind.UNUSABLE_DESCRIPTION, relay.offer(CALL, Side.CALLER, offer), "IPv4 only");
        assertThat(relay.callsInProgress()).isZero();
    }
}
