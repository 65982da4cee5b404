package org.siprecservlet.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.PreDestroy;
import javax.enterprise.context.ApplicationScoped;
import org.siprecservlet.sip.SipThreads;

/**
 * The application's own threads. Calls and recordings have pools of their own, so that an observer of recordings that
 * blocks can not hold up a call.
 */
@ApplicationScoped
class Threads {

    private static final int POOL = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private final ExecutorService calls = Executors.newFixedThreadPool(POOL, named("siprec-call"));
    private final ExecutorService sending = Executors.newCachedThreadPool(named("siprec-sending"));
    private final ExecutorService recordings = Executors.newFixedThreadPool(POOL, named("siprec-recording"));
    private final ExecutorService rest = Executors.newCachedThreadPool(named("siprec-rest"));
    private final ScheduledExecutorService timers = timer();

    /** Forgets a timer when it is cancelled: most are, long before they are due. */
    private static ScheduledExecutorService timer() {
        var timer = new ScheduledThreadPoolExecutor(1, named("siprec-timer"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    SipThreads sip() {
        return new SipThreads(calls, sending);
    }

    ExecutorService recordings() {
        return recordings;
    }

    /** As many as there are clients to be written to, since each may be slow. */
    ExecutorService rest() {
        return rest;
    }

    ScheduledExecutorService timers() {
        return timers;
    }

    @PreDestroy
    void stop() {
        timers.shutdownNow();
        rest.shutdownNow();
        recordings.shutdown();
        sending.shutdown();
        calls.shutdown();
    }

    /** Threads that see the application's classes, also when the container did not start them. */
    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        ClassLoader application = Threads.class.getClassLoader();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(application);
            return thread;
        };
    }
}
