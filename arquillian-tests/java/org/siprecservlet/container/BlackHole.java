package org.siprecservlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A TCP port that answers no connection attempt, neither with yes nor with no. */
final class BlackHole {

    private static final int PATIENCE_MILLIS = 300;
    private static final int MOST = 50;

    private final ServerSocket listening;
    private final List<Socket> waiting = new ArrayList<>();

    BlackHole(int port) {
        try {
            listening = new ServerSocket();
            listening.bind(new InetSocketAddress(Server.HOST, port), 1);
            fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody accepts, so that soon no more can wait to be. */
    private void fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(listening.getLocalSocketAddress(), PATIENCE_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new AssertionError("a queue for one holds more than " + MOST);
    }

    void close() {
        try {
            for (Socket socket : waiting) {
                socket.close();
            }
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
