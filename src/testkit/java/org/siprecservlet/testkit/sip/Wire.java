package org.siprecservlet.testkit.sip;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** A UDP and a TCP socket on one address and port, their reading threads, and the TCP connections. */
final class Wire implements AutoCloseable {

    private static final int ATTEMPTS = 50;
    private static final int CONNECT_MILLIS = 2000;
    private static final int CLOSE_MILLIS = 2000;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final InetSocketAddress address;
    private final Map<InetSocketAddress, TcpConnection> connections = new ConcurrentHashMap<>();
    private volatile Thread udpReader;
    private volatile Thread tcpAcceptor;
    private volatile BiConsumer<byte[], Flow> receiver;

    private Wire(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
        this.address = new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    /** Binds both; with port 0 a port is looked for that is free for both. */
    static Wire bind(InetAddress host, int port) throws IOException {
        for (int attempt = 1; ; attempt++) {
            DatagramSocket udp = new DatagramSocket(new InetSocketAddress(host, port));
            try {
                return new Wire(udp, listen(host, udp.getLocalPort()));
            } catch (BindException taken) {
                udp.close();
                if (port != 0 || attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static ServerSocket listen(InetAddress host, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(host, port), 50);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void start(String name, BiConsumer<byte[], Flow> toReceiver) {
        receiver = toReceiver;
        udpReader = thread(name + "-udp", this::readUdp);
        tcpAcceptor = thread(name + "-tcp", this::accept);
    }

    InetSocketAddress address() {
        return address;
    }

    /** The way to a hop; over TCP an open connection is used again, else one is opened. */
    Flow flow(Hop hop) throws IOException {
        return hop.transport() == Transport.UDP ? new UdpPeer(hop.address()) : connection(hop.address());
    }

    private synchronized TcpConnection connection(InetSocketAddress remote) throws IOException {
        TcpConnection known = connections.get(remote);
        if (known != null && known.isOpen()) {
            return known;
        }
        Socket socket = new Socket();
        socket.connect(remote, CONNECT_MILLIS);
        return read(new TcpConnection(socket));
    }

    private TcpConnection read(TcpConnection connection) {
        connections.put(connection.remote(), connection);
        thread("tcp-" + connection.remote(), () -> {
            connection.readAll(receiver);
            connections.remove(connection.remote(), connection);
        });
        return connection;
    }

    void closeConnections() {
        connections.values().forEach(TcpConnection::close);
        connections.clear();
    }

    void refuseTcp() {
        try {
            tcp.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        awaitEnd(tcpAcceptor);
        closeConnections();
    }

    @Override
    public void close() {
        udp.close();
        awaitEnd(udpReader);
        refuseTcp();
    }

    /** A port is not free before the thread that waits at its socket has come back from there. */
    private static void awaitEnd(Thread thread) {
        if (thread == null || thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUdp() {
        byte[] buffer = new byte[65_536];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
            } catch (IOException e) {
                continue;
            }
            byte[] raw = Arrays.copyOf(buffer, packet.getLength());
            receiver.accept(raw, new UdpPeer((InetSocketAddress) packet.getSocketAddress()));
        }
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try {
                read(new TcpConnection(tcp.accept()));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "testkit-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private final class UdpPeer implements Flow {

        private final InetSocketAddress remote;

        UdpPeer(InetSocketAddress remote) {
            this.remote = remote;
        }

        @Override
        public Transport transport() {
            return Transport.UDP;
        }

        @Override
        public InetSocketAddress local() {
            return address;
        }

        @Override
        public InetSocketAddress remote() {
            return remote;
        }

        @Override
        public boolean isOpen() {
            return !udp.isClosed();
        }

        @Override
        public void send(byte[] message) throws IOException {
            udp.send(new DatagramPacket(message, message.length, remote));
        }
    }
}
