package org.siprecservlet.media.rtpengine;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.MediaRelayContract;

/** The contract with the real RTPengine. */
class RealRtpEngineTest extends MediaRelayContract {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private RtpEngineDaemon daemon;
    private RtpEngineRelay relay;

    @BeforeAll
    static void requireBinary() {
        RtpEngineDaemon.requireBinary(RealRtpEngineTest.class);
    }

    @BeforeEach
    void openRelay() throws Exception {
        daemon = RtpEngineDaemon.started();
        relay = RtpEngineRelay.open(List.of(daemon.control()), this::after, new Random());
    }

    private Runnable after(Duration delay, Runnable task) {
        Future<?> due = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    @AfterEach
    void closeRelay() throws Exception {
        relay.close();
        timer.shutdownNow();
        daemon.kill();
    }

    @Override
    protected MediaRelay relay() {
        return relay;
    }

    @Override
    protected Set<Ability> lacking() {
        return EnumSet.of(Ability.PAYLOAD_TYPES, Ability.REPORTS_PASSED_ON, Ability.RECORDED_SOUNDS);
    }
}
