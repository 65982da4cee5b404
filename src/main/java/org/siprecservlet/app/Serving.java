package org.siprecservlet.app;

import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.siprecservlet.health.ServingState;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.Rehearsal;
import org.siprecservlet.sip.ServiceLife;

/** What has to happen beside calls when the application starts and stops taking them. */
record Serving(ServingState state, ChosenRelay relay, RecordingService recordings, Rehearsal rehearsal)
        implements ServiceLife {

    private static final System.Logger LOG = System.getLogger(Serving.class.getName());
    private static final int REHEARSAL_SECONDS = 10;

    @Override
    public void started(IntSupplier livingCalls) {
        rehearse();
        state.serving(() -> relay.load(livingCalls.getAsInt()));
    }

    /** Calls wait for it: a moment at start costs less than the first words of the first recording. */
    private void rehearse() {
        try {
            rehearsal.play().toCompletableFuture().get(REHEARSAL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "The first recording may begin late: rehearsing it failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stopping() {
        state.stopping();
    }

    @Override
    public void callsEnded() {
        recordings.shutdown();
    }
}
