package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.HandAlarm;

class UnixControlTest {

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HandAlarm time = new HandAlarm();
    private ServerSocketChannel server;
    private UnixControl control;

    @BeforeEach
    void listen() throws Exception {
        Path path = directory.resolve("rtpproxy.sock");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
        control = new UnixControl("unix:" + path, path, threads, time);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        threads.shutdownNow();
    }

    /** What a client says on one connection. */
    private String served(String... reply) throws IOException {
        try (SocketChannel client = server.accept()) {
            ByteBuffer command = ByteBuffer.allocate(100);
            client.read(command);
            for (String part : reply) {
                client.write(StandardCharsets.US_ASCII.encode(part));
            }
            return StandardCharsets.US_ASCII.decode(command.flip()).toString();
        }
    }

    private static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private static void assertBroken(CompletionStage<?> stage, String why) {
        assertThatThrownBy(() -> done(stage))
                .cause()
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(RelayException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(RelayException.Kind.BROKEN));
    }

    @Test
    void makesAConnectionForEachCommandAndUsesNoCookie() throws Exception {
        CompletionStage<String> version = control.send("V");
        assertThat(served("20040107\n")).isEqualTo("V\n");
        assertThat(done(version)).isEqualTo("20040107");

        CompletionStage<String> call = control.send("U call1 127.0.0.1 43000 ftagA;1");
        assertThat(served("42118 127", ".0.0.1\n")).startsWith("U call1 ");
        assertThat(done(call)).isEqualTo("42118 127.0.0.1");
    }

    @Test
    void failsWhenNothingListens() throws Exception {
        server.close();

        assertBroken(control.send("V"), "can not be reached");
    }

    @Test
    void failsWhenThereIsNoSuchFile() {
        Path nowhere = directory.resolve("nowhere");

        assertBroken(new UnixControl("unix:nowhere", nowhere, threads, time).send("V"), "RTPProxy at unix:nowhere");
    }

    @Test
    void failsWhenTheConnectionIsClosedWithoutAReply() throws Exception {
        CompletionStage<String> reply = control.send("V");
        served();

        assertBroken(reply, "without a reply");
    }

    @Test
    void failsInTimeWhenNothingIsSaid() throws Exception {
        CompletableFuture<String> reply = control.send("V").toCompletableFuture();
        try (SocketChannel silent = server.accept()) {
            time.pass(UnixControl.PATIENCE.minusMillis(1));
            assertThat(reply).isNotDone();

            time.pass(UnixControl.PATIENCE);

            assertBroken(reply, "does not answer");
            silent.read(ByteBuffer.allocate(10));
            assertThat(silent.read(ByteBuffer.allocate(10))).isEqualTo(-1);
        }
    }

    @Test
    void failsWhenThereAreNoThreadsLeft() {
        UnixControl closed = new UnixControl(
                "unix:closed",
                directory.resolve("rtpproxy.sock"),
                task -> {
                    throw new RejectedExecutionException("closed");
                },
                time);

        assertBroken(closed.send("V"), "can not be reached");
    }
}
