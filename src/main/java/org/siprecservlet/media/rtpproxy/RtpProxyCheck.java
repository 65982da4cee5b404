package org.siprecservlet.media.rtpproxy;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.Control;

/** Tells before any call what would keep RTPProxies from being used. */
public final class RtpProxyCheck {

    private static final int PATIENCE_SECONDS = 4;

    private final Alarm alarm;
    private final RandomGenerator random;

    public RtpProxyCheck(Alarm alarm, RandomGenerator random) {
        this.alarm = alarm;
        this.random = random;
    }

    /**
     * Asks one what it can do. One that does not answer is no fault: it may be started later. Blocks for a few seconds: to
     * be asked at deployment.
     *
     * @param node {@code udp:host:port} or {@code unix:path}
     * @return one sentence for the operator; empty when nothing is known against it
     */
    public Optional<String> faultOf(String node) {
        try (Controls controls = new Controls(alarm, random);
                Control control = controls.open(node)) {
            new Examination(new Node(node, control))
                    .abilities()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("RTPProxy at " + node + " can not be asked: " + e.getMessage() + ".");
        } catch (ExecutionException e) {
            return Optional.of(e.getCause()).filter(RtpProxyCheck::isForGood).map(Throwable::getMessage);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof RelayException refusal && refusal.kind() == RelayException.Kind.NOT_SUPPORTED;
    }
}
