package org.siprecservlet.testkit.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServerTest {

    @TempDir
    private Path root;

    private DemoServer server;

    @BeforeEach
    void prepare() {
        server = new DemoServer(root, Container.LIBERTY, root.resolve("server"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isReadyWhenTheScriptSaysSo() throws Exception {
        script("echo ready $SIPREC_SRS in $SERVER_DIR; exec sleep 60");

        server.start(Map.of("SIPREC_SRS", "sip:recorder"));

        assertThat(server.ready().get(5, SECONDS)).isEqualTo("ready sip:recorder in " + root.resolve("server"));
    }

    @Test
    void saysWhyItDidNotStart() throws IOException {
        script("echo a port is in use >&2; exit 1");

        server.start(Map.of());

        assertThatThrownBy(() -> server.ready().get(5, SECONDS))
                .hasMessageContaining("the server did not start:\na port is in use");
    }

    @Test
    void tellsWhenItEndsByItself() throws Exception {
        script("echo ready now; exit 0");

        server.start(Map.of());
        server.ended().get(5, SECONDS);

        assertThat(server.isRunning()).isFalse();
        assertThat(server.isClosed()).isFalse();
    }

    @Test
    void endsTheScriptWhenItIsClosed() throws Exception {
        script("trap 'echo told to stop >&2; exit 0' TERM; echo ready now; read -r -t 60 never");
        server.start(Map.of());
        server.ready().get(5, SECONDS);

        server.close();

        assertThat(server.isRunning()).isFalse();
        assertThat(root.resolve("server/run.log")).hasContent("told to stop\n");
    }

    @Test
    void isNeverStartedAfterItWasClosed() {
        server.close();

        assertThatThrownBy(() -> server.start(Map.of())).isInstanceOf(DemoFailed.class);
        assertThat(server.wasStarted()).isFalse();
    }

    private void script(String line) throws IOException {
        Path script = root.resolve("deploy/liberty/run");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/usr/bin/env bash\n" + line + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
