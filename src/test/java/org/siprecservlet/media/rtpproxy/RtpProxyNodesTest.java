package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.control.Nodes;
import org.siprecservlet.sdp.SessionDescription;

/** Which RTPProxy gets a call, and what is made of one that is gone, unfit or at its end. */
class RtpProxyNodesTest extends RtpProxyGround {

    @Test
    void asksWhatAnRtpProxyCanDoBeforeTheFirstCall() {
        assertThat(asked(proxy))
                .containsExactly(
                        "V",
                        "VF 20071218",
                        "VF 20200226",
                        "U siprec-trial 127.0.0.1 9 caller;1",
                        "D siprec-trial caller;1 callee;1",
                        "VF 20260309");
    }

    @Test
    void tellsWhatErrorsMean() throws Exception {
        proxy.answers("U", "E71");
        assertRefused(Kind.NO_PORTS, relay.offer(CALL, Side.CALLER, phone(4000)), "has no port left");
        proxy.answers("U", "E98");
        assertRefused(Kind.BROKEN, relay.offer(CALL, Side.CALLER, phone(4000)), "is overloaded");
        proxy.answers("U", "hello");
        assertRefused(Kind.BROKEN, relay.offer(CALL, Side.CALLER, phone(4000)), "\"hello\"");
        proxy.answers("U", "99999 192.0.2.7");
        assertRefused(Kind.BROKEN, relay.offer(CALL, Side.CALLER, phone(4000)), "no reply of RTPProxy's");
        proxy.answers("U", "0");
        assertRefused(Kind.UNKNOWN_CALL, relay.offer(CALL, Side.CALLER, phone(4000)), "does not know the call");
        assertThat(relay.callsInProgress()).isZero();
    }

    @Test
    void takesTurnsBetweenRtpProxiesAndKeepsACallWhereItIs() throws Exception {
        FakeRtpProxy first = new FakeRtpProxy();
        FakeRtpProxy second = new FakeRtpProxy();
        RtpProxyRelay two = relay(first, second);
        first.asked();
        second.asked();

        now(two.offer(CALL, Side.CALLER, phone(4000)));
        now(two.offer(new RelayCall("call-2"), Side.CALLER, phone(4000)));
        now(two.answer(CALL, Side.CALLEE, phone(5000)));

        assertThat(asked(first))
                .containsExactly("U call 192.0.2.1 4000 caller;1", "L call 192.0.2.1 5000 caller;1 callee;1");
        assertThat(asked(second)).containsExactly("U call 192.0.2.1 4000 caller;1");
    }

    @Test
    void aNewCallGoesPastAnRtpProxyThatHasDied() throws Exception {
        FakeRtpProxy first = new FakeRtpProxy();
        FakeRtpProxy second = new FakeRtpProxy();
        RtpProxyRelay two = relay(first, second);
        first.isDown();

        CompletionStage<SessionDescription> offered = two.offer(CALL, Side.CALLER, phone(4000));
        time.pass(SILENCE);
        now(offered);
        first.asked();

        for (int call = 2; call < 6; call++) {
            now(two.offer(new RelayCall("call-" + call), Side.CALLER, phone(4000)));
        }
        assertThat(first.asked()).noneMatch(command -> command.startsWith("U"));
    }

    @Test
    void anRtpProxyThatComesBackGetsCallsAgain() throws Exception {
        proxy.isDown();
        CompletionStage<SessionDescription> offered = relay.offer(CALL, Side.CALLER, phone(4000));
        time.pass(SILENCE);
        assertRefused(Kind.BROKEN, offered, "does not answer");
        assertThat(relay.isReady()).isFalse();
        assertRefused(Kind.BROKEN, relay.offer(CALL, Side.CALLER, phone(4000)), "does not answer");

        proxy.behaves();
        time.pass(Nodes.BETWEEN_CHECKS.plus(SILENCE));

        assertThat(relay.isReady()).isTrue();
        now(relay.offer(CALL, Side.CALLER, phone(4000)));
    }

    @Test
    void theFirstCallWaitsUntilItIsKnownWhatThereIs() throws Exception {
        FakeRtpProxy slow = new FakeRtpProxy();
        slow.isDown();
        RtpProxyRelay waiting = relay(slow);
        CompletionStage<SessionDescription> offered = waiting.offer(CALL, Side.CALLER, phone(4000));
        assertThat(offered.toCompletableFuture()).isNotDone();

        slow.behaves();
        time.pass(SILENCE);

        now(offered);
    }

    @Test
    void doesNotUseAnRtpProxyThatCanNotCopy() throws Exception {
        RtpProxyRelay old = relay(new FakeRtpProxy().answers("VF 20200226", "0"));

        assertRefused(Kind.BROKEN, old.offer(CALL, Side.CALLER, phone(4000)), "can not end a copy before the call");
    }

    @Test
    void doesNotUseAnRtpProxyWithoutAnAddress() throws Exception {
        for (String reply : List.of("42118", "42118 2001:db8::1 6")) {
            RtpProxyRelay unbound = relay(new FakeRtpProxy().answers("U", reply));

            assertRefused(Kind.BROKEN, unbound.offer(CALL, Side.CALLER, phone(4000)), "start it with -l or -A");
        }
    }

    @Test
    void endsItsCallsWhenItIsClosed() throws Exception {
        answeredCall();
        proxy.asked();

        relay.close();

        assertThat(asked(proxy)).containsExactly("D call caller callee");
    }
}
