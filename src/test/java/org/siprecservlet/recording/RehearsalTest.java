package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.embedded.EmbeddedRelay;
import org.siprecservlet.media.embedded.PortRange;
import org.siprecservlet.media.embedded.RelayAddresses;

class RehearsalTest {

    private static final PortRange ENOUGH = new PortRange(42800, 42899);
    private static final PortRange TOO_FEW = new PortRange(42900, 42901);

    private EmbeddedRelay relay;

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    @Test
    void leavesNothingAtTheRelay() throws Exception {
        over(rehearse(ENOUGH));
        assertThat(relay.callsInProgress()).isZero();
        assertThat(relay.portsInUse()).isZero();
    }

    @Test
    void tellsWhatWentWrong() {
        assertThatThrownBy(() -> over(rehearse(TOO_FEW))).hasRootCauseInstanceOf(RelayException.class);
        assertThat(relay.portsInUse()).isZero();
    }

    private CompletionStage<Void> rehearse(PortRange ports) {
        relay = new EmbeddedRelay(new RelayAddresses(List.of(InetAddress.getLoopbackAddress())), ports, new Random(1));
        return new Rehearsal(relay, Runnable::run, Clock.systemUTC(), UUID::randomUUID).play();
    }

    private static void over(CompletionStage<Void> rehearsal) throws Exception {
        rehearsal.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
