package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.SessionDescription;

/** What the relay asks of RTPProxies, and what it makes of their answers. */
class RtpProxyRelayTest {

    private static final RelayCall CALL = new RelayCall("call-1");
    private static final Subscription COPY = new Subscription(CALL, "copy-1");
    private static final Subscription SECOND = new Subscription(CALL, "copy-2");
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final HandAlarm time = new HandAlarm();
    private final AtomicInteger cookies = new AtomicInteger();
    private final FakeRtpProxy proxy = new FakeRtpProxy();
    private final RtpProxyRelay relay = relay(proxy);

    private RtpProxyRelay relay(FakeRtpProxy... proxies) {
        List<Node> nodes = Stream.of(proxies).map(this::node).toList();
        return new RtpProxyRelay(new Nodes(nodes, time), new Supplies(time, new Random(1)), () -> {});
    }

    private Node node(FakeRtpProxy fake) {
        String name = "udp:192.0.2.7:" + (22222 + cookies.incrementAndGet());
        return new Node(name, new DatagramControl(name, fake, () -> "c_" + cookies.incrementAndGet(), time));
    }

    private static SessionDescription phone(int port, String... attributes) throws Exception {
        return sdp("m=audio " + port + " RTP/AVP 0 8", attributes);
    }

    private static SessionDescription sdp(String line, String... attributes) throws Exception {
        String text = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n" + line + "\n"
                + String.join("\n", attributes);
        return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static SessionDescription recorder(int first, int second) throws Exception {
        return sdp("m=audio " + first + " RTP/AVP 0 8", "m=audio " + second + " RTP/AVP 0 8");
    }

    private static <T> T now(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isCompleted();
        return stage.toCompletableFuture().join();
    }

    private static void assertRefused(Kind kind, CompletionStage<?> stage, String why) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        assertThat(future).isCompletedExceptionally();
        assertThatThrownBy(future::get)
                .cause()
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(RelayException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(kind));
    }

    private void answeredCall() throws Exception {
        now(relay.offer(CALL, Side.CALLER, phone(4000)));
        now(relay.answer(CALL, Side.CALLEE, phone(5000)));
    }

    private void copiedCall() throws Exception {
        answeredCall();
        now(relay.subscribe(COPY));
        now(relay.connect(COPY, recorder(6000, 6002)));
        proxy.asked();
    }

    /** What it was asked, with {@code call} for the name of the call. */
    private static List<String> asked(FakeRtpProxy fake) {
        return fake.asked().stream()
                .map(command -> command.replaceAll("[0-9a-f]{24}", "call"))
                .toList();
    }

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
    void refusesCallsOverIpv6() throws Exception {
        SessionDescription offer = sdp("m=audio 4000 RTP/AVP 0", "c=IN IP6 2001:db8::1");

        assertRefused(Kind.UNUSABLE_DESCRIPTION, relay.offer(CALL, Side.CALLER, offer), "IPv4 only");
        assertThat(relay.callsInProgress()).isZero();
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
