package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.DatagramControl;
import org.siprecservlet.media.control.HandAlarm;

class DatagramControlTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    private final FakeRtpProxy proxy = new FakeRtpProxy();
    private final HandAlarm time = new HandAlarm();
    private final AtomicInteger cookies = new AtomicInteger();
    private final DatagramControl control = new DatagramControl(
            proxy, () -> "c_" + cookies.incrementAndGet(), time, () -> NoReply.of("udp:192.0.2.7:22222"));

    private CompletableFuture<String> send(String command) {
        return control.send(command).toCompletableFuture();
    }

    @Test
    void tellsTheReplyWithoutCookieAndEndOfLine() {
        assertThat(send("V")).isCompletedWithValue("20040107");
        assertThat(time.running()).isZero();
    }

    @Test
    void sendsTheSameBytesAgainUntilAReplyComes() {
        proxy.isDown();
        CompletableFuture<String> reply = send("V");
        time.pass(Duration.ofMillis(250));
        assertThat(reply).isNotDone();

        proxy.behaves();
        time.pass(Duration.ofMillis(500));

        assertThat(reply).isCompletedWithValue("20040107");
        assertThat(proxy.datagrams()).containsExactly("c_1 V", "c_1 V", "c_1 V");
        time.pass(LONG_ENOUGH);
        assertThat(proxy.datagrams()).hasSize(3);
    }

    @Test
    void givesUpAfterThreeSecondsAndTellsTheOperator() {
        proxy.isDown();
        CompletableFuture<String> reply = send("V");

        time.pass(LONG_ENOUGH.minusMillis(1));
        assertThat(reply).isNotDone();
        time.pass(Duration.ofMillis(1));

        assertThatThrownBy(reply::get)
                .cause()
                .hasMessage("RTPProxy at udp:192.0.2.7:22222 does not answer. Is it running, and is this its control"
                        + " socket?")
                .isInstanceOfSatisfying(
                        RelayException.class, e -> assertThat(e.kind()).isEqualTo(RelayException.Kind.BROKEN));
        assertThat(time.running()).isZero();
    }

    @Test
    void takesTheFirstOfTwoReplies() {
        proxy.answers("V", "20040107", "20990101");

        assertThat(send("V")).isCompletedWithValue("20040107");
    }

    @Test
    void ignoresRepliesThatComeTooLateAndWhatNobodyAskedFor() {
        proxy.isDown();
        CompletableFuture<String> first = send("V");
        time.pass(LONG_ENOUGH);
        proxy.behaves();

        proxy.says("c_1 20040107\n");
        proxy.says("someone_7 0\n");
        proxy.says("garbage");
        proxy.says("");

        assertThat(first).isCompletedExceptionally();
        assertThat(send("V")).isCompletedWithValue("20040107");
    }

    @Test
    void keepsRepliesApartThatComeInAnotherOrder() {
        proxy.isDown();
        CompletableFuture<String> first = send("Q a");
        CompletableFuture<String> second = send("Q b");

        proxy.says("c_2 second\n");
        proxy.says("c_1 first\n");

        assertThat(first).isCompletedWithValue("first");
        assertThat(second).isCompletedWithValue("second");
    }

    @Test
    void failsWhatIsOpenWhenItIsClosed() {
        proxy.isDown();
        CompletableFuture<String> reply = send("V");

        control.close();

        assertThat(reply).isCompletedExceptionally();
    }
}
