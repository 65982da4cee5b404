package org.siprecservlet.testkit;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports that nobody uses, below the range the kernel gives out by itself, so that they are likely to stay free until whoever
 * asked has bound them.
 */
public final class FreePorts {

    private static final int FROM = 10_000;
    private static final int TO = 20_000;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /** A block at 127.0.0.1. */
    public static int block(int count) {
        return block("127.0.0.1", count);
    }

    /**
     * The first port, an even one, of some that follow each other and are free for UDP and for TCP.
     *
     * @param count how many
     */
    public static int block(String host, int count) {
        return ThreadLocalRandom.current()
                .ints(TRIES, FROM / 2, (TO - count) / 2)
                .map(half -> half * 2)
                .filter(first -> IntStream.range(first, first + count).allMatch(port -> isFree(host, port)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + count + " free ports at " + host));
    }

    private static boolean isFree(String host, int port) {
        var address = new InetSocketAddress(host, port);
        try (var udp = new DatagramSocket(address);
                var tcp = new ServerSocket(port, 1, address.getAddress())) {
            return udp.isBound() && tcp.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
