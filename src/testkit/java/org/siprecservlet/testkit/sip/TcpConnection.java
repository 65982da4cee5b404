package org.siprecservlet.testkit.sip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One TCP connection that carries SIP, opened by either side. */
final class TcpConnection implements Flow {

    private final Socket socket;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;

    TcpConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.local = (InetSocketAddress) socket.getLocalSocketAddress();
        this.remote = (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    /** Reads until the end of the connection. */
    void readAll(BiConsumer<byte[], Flow> receiver) {
        try (socket) {
            StreamFramer framer = new StreamFramer(new BufferedInputStream(socket.getInputStream()));
            for (Optional<byte[]> raw = framer.next(); raw.isPresent(); raw = framer.next()) {
                receiver.accept(raw.get(), this);
            }
        } catch (IOException e) {
            // The peer or the end of the test has closed it; who needs the connection opens another.
        }
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public synchronized void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
        socket.getOutputStream().flush();
    }
}
