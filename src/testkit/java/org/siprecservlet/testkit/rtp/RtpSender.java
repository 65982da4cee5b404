package org.siprecservlet.testkit.rtp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends RTP at an even pace from a {@link MediaPort}: one frame every 20 ms. An empty frame is a gap: time goes on and
 * no packet is sent. The settings may be changed while it runs, as a re-INVITE does.
 */
public final class RtpSender implements AutoCloseable {

    private static final long FRAME_MILLIS = 20;
    private static final long NTP_EPOCH_OFFSET = 2_208_988_800L;
    private static final ScheduledExecutorService PACE = Executors.newSingleThreadScheduledExecutor(RtpSender::daemon);

    private final MediaPort port;
    private final Supplier<byte[]> frames;
    private final InstantSource clock = InstantSource.system();
    private final long ssrc;
    private volatile InetSocketAddress destination;
    private volatile int payloadType;
    private volatile int ticksPerFrame = 160;
    private volatile long framesPerReport;
    private volatile Future<?> pacing;
    private int sequence = ThreadLocalRandom.current().nextInt(0x10000);
    private long timestamp = ThreadLocalRandom.current().nextLong(1L << 32);
    private long frameCount;
    private int packets;
    private int octets;
    private boolean talking;

    /** A sender with a random SSRC that waits for {@link #start}. */
    public RtpSender(MediaPort port, InetSocketAddress destination, int payloadType, Supplier<byte[]> frames) {
        this(port, destination, payloadType, frames, ThreadLocalRandom.current().nextLong(1L << 32));
    }

    public RtpSender(
            MediaPort port, InetSocketAddress destination, int payloadType, Supplier<byte[]> frames, long ssrc) {
        this.port = port;
        this.destination = destination;
        this.payloadType = payloadType;
        this.frames = frames;
        this.ssrc = ssrc;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "testkit-rtp-pace");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends an RTCP sender report to the port above the destination's, this often. */
    public RtpSender withReports(Duration interval) {
        framesPerReport = Math.max(1, interval.toMillis() / FRAME_MILLIS);
        return this;
    }

    /** How far the timestamp goes on for each frame; 160 at first, 960 for Opus. */
    public RtpSender withTicksPerFrame(int ticks) {
        ticksPerFrame = ticks;
        return this;
    }

    public RtpSender start() {
        pacing = PACE.scheduleAtFixedRate(this::tick, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Sends to another place from now on. */
    public void redirect(InetSocketAddress elsewhere) {
        destination = elsewhere;
    }

    public void switchTo(int otherPayloadType) {
        payloadType = otherPayloadType;
    }

    public long ssrc() {
        return ssrc;
    }

    public InetSocketAddress destination() {
        return destination;
    }

    /** How many packets were sent. */
    public synchronized int sent() {
        return packets;
    }

    /** Stops; what was sent stays counted. */
    @Override
    public void close() {
        Future<?> running = pacing;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void tick() {
        try {
            sendFrame(frames.get());
        } catch (RuntimeException e) {
            System.getLogger(RtpSender.class.getName()).log(System.Logger.Level.DEBUG, "sending has ended", e);
            close();
        }
    }

    private synchronized void sendFrame(byte[] frame) {
        if (frame.length > 0) {
            RtpPacket packet = new RtpPacket(!talking, payloadType, sequence, timestamp, ssrc, frame);
            port.sendRtp(packet.toBytes(), destination);
            sequence = (sequence + 1) & 0xFFFF;
            packets++;
            octets += frame.length;
        }
        talking = frame.length > 0;
        if (framesPerReport > 0 && frameCount % framesPerReport == 0) {
            sendReport();
        }
        frameCount++;
        timestamp = (timestamp + ticksPerFrame) & 0xFFFFFFFFL;
    }

    private void sendReport() {
        Instant now = clock.instant();
        ByteBuffer report = ByteBuffer.allocate(28);
        report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt((int) ssrc);
        report.putInt((int) (now.getEpochSecond() + NTP_EPOCH_OFFSET));
        report.putInt((int) (((long) now.getNano() << 32) / 1_000_000_000L));
        report.putInt((int) timestamp).putInt(packets).putInt(octets);
        InetSocketAddress to = destination;
        port.sendRtcp(report.array(), new InetSocketAddress(to.getAddress(), to.getPort() + 1));
    }
}
