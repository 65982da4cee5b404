package org.siprecservlet.media.rtpproxy;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.Control;
import org.siprecservlet.media.control.UdpControls;

/** Opens control sockets, and has the threads that read them. */
final class Controls implements AutoCloseable {

    private static final String UDP = "udp:";
    private static final String UNIX = "unix:";
    private static final int READERS = 4;

    private final ExecutorService readers =
            Executors.newFixedThreadPool(READERS, new DefaultThreadFactory("siprec-rtpproxy-unix", true));
    private final UdpControls overUdp;
    private final Alarm alarm;

    /** @param random makes cookies differ from those of other programs, and of this one before it was started again */
    Controls(Alarm alarm, RandomGenerator random) {
        this.overUdp = new UdpControls("siprec-rtpproxy", alarm, random);
        this.alarm = alarm;
    }

    /**
     * Opens the way to one RTPProxy, whether it is there or not.
     *
     * @param node {@code udp:host:port} or {@code unix:path}
     * @throws IOException if the host has no address, or there is no socket to be had
     */
    Control open(String node) throws IOException {
        return node.startsWith(UNIX)
                ? new UnixControl(node, Path.of(node.substring(UNIX.length())), readers, alarm)
                : overUdp.open(node.substring(UDP.length()), () -> NoReply.of(node));
    }

    @Override
    public void close() {
        readers.shutdownNow();
        overUdp.close();
    }
}
