package org.siprecservlet.testkit.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Takes TLS connections for a phone or a recorder that only speaks TCP: what comes in is passed on in clear, and what comes
 * back goes out again. Requests that the one behind it opens by itself do not pass here.
 */
public final class TlsFront implements AutoCloseable {

    private final ServerSocket listening;
    private final InetSocketAddress behind;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    private TlsFront(ServerSocket listening, InetSocketAddress behind) {
        this.listening = listening;
        this.behind = behind;
    }

    /**
     * Begins to take connections.
     *
     * @param identity has the key and the certificate that it shows
     * @param behind where TCP connections are taken
     */
    public static TlsFront start(SSLContext identity, String host, int port, InetSocketAddress behind) {
        try {
            ServerSocket socket =
                    identity.getServerSocketFactory().createServerSocket(port, 10, InetAddress.getByName(host));
            TlsFront front = new TlsFront(socket, behind);
            daemon(front::accept);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + host + ":" + port, e);
        }
    }

    /** How many connections came, whether anybody was content with the certificate or not. */
    public int tries() {
        return tries.get();
    }

    @Override
    public void close() {
        close(listening);
        sockets.forEach(TlsFront::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                SSLSocket outside = (SSLSocket) listening.accept();
                tries.incrementAndGet();
                sockets.add(outside);
                daemon(() -> pass(outside));
            } catch (IOException e) {
                // The end of the test, or a connection that was gone before it was taken.
            }
        }
    }

    private void pass(SSLSocket outside) {
        try (outside;
                Socket inside = new Socket()) {
            outside.startHandshake();
            sockets.add(inside);
            inside.connect(behind);
            daemon(() -> copy(inside, outside));
            outside.getInputStream().transferTo(inside.getOutputStream());
        } catch (IOException e) {
            // Nobody was content with the certificate, or one of the two has closed its connection.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has closed its connection.
        } finally {
            close(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "testkit-tls");
        thread.setDaemon(true);
        thread.start();
    }
}
