package org.siprecservlet.media.embedded;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Has a sound go on while the side that it is heard in place of sends nothing: looks now and then as long as that side sends, and
 * keeps the pace of packets as soon as it does not. On one event loop only.
 */
final class Pace {

    /** A longer silence is more than jitter. */
    private static final int PATIENCE_MILLIS = 100;

    private static final int FRAME_MILLIS = 20;

    private final EventLoop loop;
    private final Playback playback;
    private Future<?> next;

    Pace(EventLoop loop, Playback playback) {
        this.loop = loop;
        this.playback = playback;
    }

    void start() {
        next = loop.schedule(this::look, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (playback.wasReplaced()) {
            start();
        } else {
            next = loop.scheduleAtFixedRate(this::frame, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void frame() {
        if (playback.wasReplaced()) {
            stop();
            start();
        } else {
            playback.fill();
        }
    }

    void stop() {
        next.cancel(false);
    }
}
