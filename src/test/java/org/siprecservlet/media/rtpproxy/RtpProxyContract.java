package org.siprecservlet.media.rtpproxy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.MediaRelayContract;

/** What the relay does with an RTPProxy, the real one or the model of it. */
abstract class RtpProxyContract extends MediaRelayContract {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private RtpProxyRelay relay;

    /** Starts one; returns where it is, as it is configured. */
    abstract String start() throws Exception;

    abstract void stop() throws Exception;

    @BeforeEach
    void openRelay() throws Exception {
        relay = RtpProxyRelay.open(List.of(start()), this::after, new Random());
    }

    private Runnable after(Duration delay, Runnable task) {
        Future<?> due = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    @AfterEach
    void closeRelay() throws Exception {
        relay.close();
        timer.shutdownNow();
        stop();
    }

    @Override
    protected MediaRelay relay() {
        return relay;
    }

    @Override
    protected Set<Ability> lacking() {
        return EnumSet.allOf(Ability.class);
    }
}
