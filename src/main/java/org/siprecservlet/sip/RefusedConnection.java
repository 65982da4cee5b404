package org.siprecservlet.sip;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/**
 * Finds out that nobody listens where a request was sent over TCP, or over TLS on it. Open Liberty says so with an answer that it makes up, but
 * loses request and answer when the refusal is back before it has queued the request: in a fast network that is often.
 */
final class RefusedConnection {

    private static final long SILENCE_MILLIS = 500;
    private static final long HANDSHAKE_MILLIS = 250;
    private static final int DEFAULT_PORT = 5060;
    private static final int DEFAULT_TLS_PORT = 5061;

    /** A name is left alone: asking for its address could take long. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    /**
     * Tries the port itself if nothing has been heard after a while; without a thread of its own, since nothing here waits.
     *
     * @param refused run when there is no such port
     */
    void watch(URI target, BooleanSupplier nothingHeard, Runnable refused) {
        tcpAddress(target)
                .ifPresent(address -> after(SILENCE_MILLIS, () -> {
                    if (nothingHeard.getAsBoolean()) {
                        connect(address, refused);
                    }
                }));
    }

    /** Whether the host is written as an address, so that nobody has to be asked for it. */
    static boolean isNumeric(SipURI uri) {
        return NUMERIC.matcher(uri.getHost()).matches();
    }

    private static Optional<InetSocketAddress> tcpAddress(URI target) {
        if (!(target instanceof SipURI uri) || !isNumeric(uri)) {
            return Optional.empty();
        }
        boolean tls = Transports.isOverTls(uri);
        if (!tls && !"tcp".equalsIgnoreCase(uri.getTransportParam())) {
            return Optional.empty();
        }
        int defaultPort = tls ? DEFAULT_TLS_PORT : DEFAULT_PORT;
        return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort() > 0 ? uri.getPort() : defaultPort));
    }

    private static void connect(InetSocketAddress address, Runnable refused) {
        unlessRefused(refused, () -> {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.configureBlocking(false);
                channel.connect(address);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            after(HANDSHAKE_MILLIS, () -> finish(channel, refused));
        });
    }

    private static void finish(SocketChannel channel, Runnable refused) {
        unlessRefused(refused, () -> {
            try (channel) {
                channel.finishConnect();
            }
        });
    }

    /** Something that a connection can fail. */
    private interface Step {
        void run() throws IOException;
    }

    private static void unlessRefused(Runnable refused, Step step) {
        try {
            step.run();
        } catch (ConnectException | NoRouteToHostException e) {
            refused.run();
        } catch (IOException e) {
            // It says nothing about the peer, so its silence goes on.
        }
    }

    private static void after(long millis, Runnable task) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run)
                .execute(task);
    }
}
