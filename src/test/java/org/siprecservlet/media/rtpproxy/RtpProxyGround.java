package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.control.DatagramControl;
import org.siprecservlet.media.control.HandAlarm;
import org.siprecservlet.media.control.Nodes;
import org.siprecservlet.sdp.SessionDescription;

/** What the tests of the relay without sockets are written with: fakes, phones, and time that stands still. */
abstract class RtpProxyGround {

    static final RelayCall CALL = new RelayCall("call-1");
    static final Subscription COPY = new Subscription(CALL, "copy-1");
    static final Subscription SECOND = new Subscription(CALL, "copy-2");
    static final Duration SILENCE = Duration.ofSeconds(3);

    final HandAlarm time = new HandAlarm();
    final AtomicInteger cookies = new AtomicInteger();
    final FakeRtpProxy proxy = new FakeRtpProxy();
    final RtpProxyRelay relay = relay(proxy);

    RtpProxyRelay relay(FakeRtpProxy... proxies) {
        List<Node> nodes = Stream.of(proxies).map(this::node).toList();
        return new RtpProxyRelay(new Nodes<>(nodes, time), new Supplies(time, new Random(1)), () -> {});
    }

    Node node(FakeRtpProxy fake) {
        String name = "udp:192.0.2.7:" + (22222 + cookies.incrementAndGet());
        return new Node(
                name, new DatagramControl(fake, () -> "c_" + cookies.incrementAndGet(), time, () -> NoReply.of(name)));
    }

    static SessionDescription phone(int port, String... attributes) throws Exception {
        return sdp("m=audio " + port + " RTP/AVP 0 8", attributes);
    }

    static SessionDescription sdp(String line, String... attributes) throws Exception {
        String text = "v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n" + line + "\n"
                + String.join("\n", attributes);
        return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    static SessionDescription recorder(int first, int second) throws Exception {
        return sdp("m=audio " + first + " RTP/AVP 0 8", "m=audio " + second + " RTP/AVP 0 8");
    }

    static <T> T now(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isCompleted();
        return stage.toCompletableFuture().join();
    }

    static void assertRefused(Kind kind, CompletionStage<?> stage, String why) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        assertThat(future).isCompletedExceptionally();
        assertThatThrownBy(future::get)
                .cause()
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(RelayException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(kind));
    }

    void answeredCall() throws Exception {
        now(relay.offer(CALL, Side.CALLER, phone(4000)));
        now(relay.answer(CALL, Side.CALLEE, phone(5000)));
    }

    void copiedCall() throws Exception {
        answeredCall();
        now(relay.subscribe(COPY));
        now(relay.connect(COPY, recorder(6000, 6002)));
        proxy.asked();
    }

    /** What it was asked, with {@code call} for the name of the call. */
    static List<String> asked(FakeRtpProxy fake) {
        return fake.asked().stream()
                .map(command -> command.replaceAll("[0-9a-f]{24}", "call"))
                .toList();
    }
}
