package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.SessionDescription;

/** What the relay asks of an RTPProxy to copy a call. */
class RtpProxyCopiesTest extends RtpProxyGround {

    @Test
    void opensASessionAgainThatRtpProxyHasLost() throws Exception {
        copiedCall();
        proxy.restarts();

        SessionDescription offered = now(relay.offer(CALL, Side.CALLER, phone(4000)));
        now(relay.answer(CALL, Side.CALLEE, phone(5000)));

        assertThat(offered.toString()).contains("m=audio 42008 ");
        assertThat(asked(proxy))
                .containsExactly(
                        "Q call caller;1 callee;1",
                        "U call 192.0.2.1 4000 caller;1",
                        "L call 192.0.2.1 5000 caller;1 callee;1",
                        "C call udp:192.0.2.1:6000 caller;1 callee;1",
                        "C call udp:192.0.2.1:6002 callee;1 caller;1");
    }

    @Test
    void pausesWithNAndGoesOnWithC() throws Exception {
        copiedCall();

        now(relay.connect(COPY, sdp("m=audio 6000 RTP/AVP 0 8", "a=inactive", "m=audio 6002 RTP/AVP 0 8")));
        assertThat(asked(proxy)).containsExactly("N call caller;1 callee;1");
        now(relay.connect(COPY, recorder(6000, 6002)));

        assertThat(asked(proxy)).containsExactly("C call udp:192.0.2.1:6000 caller;1 callee;1");
    }

    @Test
    void endsTheOldCopyBeforeItMovesOne() throws Exception {
        copiedCall();

        now(relay.connect(COPY, recorder(6008, 6002)));

        assertThat(asked(proxy))
                .containsExactly("N call caller;1 callee;1", "C call udp:192.0.2.1:6008 caller;1 callee;1");
    }

    @Test
    void sendsNoCopyOfALineThatHasBecomeEncrypted() throws Exception {
        copiedCall();
        String key = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x";

        now(relay.offer(CALL, Side.CALLER, phone(4000, key)));
        now(relay.answer(CALL, Side.CALLEE, phone(5000, key)));

        assertThat(asked(proxy)).contains("N call caller;1 callee;1", "N call callee;1 caller;1");
    }

    @Test
    void feedsASecondRecorderThroughASessionOfItsOwn() throws Exception {
        copiedCall();

        now(relay.subscribe(SECOND));
        now(relay.connect(SECOND, recorder(7000, 7002)));
        assertThat(asked(proxy))
                .containsExactly(
                        "U call 192.0.2.1 7000 caller;1 callee;1 && L 192.0.2.1 7002 && C call caller;1 callee;1");
        now(relay.unsubscribe(SECOND));
        assertThat(asked(proxy)).containsExactly("D call caller callee");
    }

    @Test
    void keepsTheSecondRecordersSessionAliveAndBringsItBack() throws Exception {
        copiedCall();
        now(relay.subscribe(SECOND));
        now(relay.connect(SECOND, recorder(7000, 7002)));
        String fork = proxy.asked().get(0);

        time.pass(ForkedCopy.REFRESH);
        assertThat(asked(proxy))
                .contains("U call 192.0.2.1 7000 caller;1 callee;1")
                .doesNotContain(fork);
        proxy.restarts();
        time.pass(ForkedCopy.REFRESH);

        assertThat(proxy.asked()).contains(fork);
    }

    @Test
    void refusesASecondRecorderWhereThatIsNotPossible() throws Exception {
        FakeRtpProxy old = new FakeRtpProxy().answers("VF 20260309", "0");
        RtpProxyRelay one = relay(old);
        now(one.offer(CALL, Side.CALLER, phone(4000)));
        now(one.answer(CALL, Side.CALLEE, phone(5000)));
        now(one.subscribe(COPY));

        assertRefused(Kind.NOT_SUPPORTED, one.subscribe(SECOND), "for one recorder only");
        now(one.unsubscribe(COPY));
        now(one.subscribe(SECOND));
    }

    @Test
    void refusesToCopyFromAnAddressThatIsNotRtpProxys() throws Exception {
        answeredCall();

        now(relay.subscribe(new Subscription(CALL, "own", InetAddress.getByName("192.0.2.7"))));
        assertRefused(
                Kind.UNKNOWN_ADDRESS,
                relay.subscribe(new Subscription(CALL, "other", InetAddress.getByName("2001:db8::1"))),
                "sends from 192.0.2.7 only");
    }

    @Test
    void tellsARecordingThatRtpProxyWasRestarted() throws Exception {
        answeredCall();
        now(relay.subscribe(COPY));
        proxy.answers("C", "E50");

        assertRefused(Kind.UNKNOWN_CALL, relay.connect(COPY, recorder(6000, 6002)), "does not know the call any more");
    }

    @Test
    void endingWhatIsNotThereIsNoFailure() throws Exception {
        copiedCall();
        proxy.answers("N", "E50").answers("D", "E50");

        now(relay.unsubscribe(COPY));
        now(relay.delete(CALL));
    }

    @Test
    void aCopyThatCanNotFollowIsNoHarmToTheCall() throws Exception {
        copiedCall();
        proxy.restarts();
        proxy.answers("C", "E65");

        now(relay.offer(CALL, Side.CALLER, phone(4000)));
        now(relay.answer(CALL, Side.CALLEE, phone(5000)));
    }
}
