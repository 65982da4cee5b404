package org.siprecservlet.media.embedded;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.sound.Samples;

/** What the sides of one call are let hear. On the call's event loop only. */
final class Playbacks {

    private static final System.Logger LOG = System.getLogger(Playbacks.class.getName());

    /** One of them, and what makes it go on. */
    private record Running(int line, Playback playback, Pace pace) {}

    private final RelayedCall call;
    private final RandomGenerator random;
    private final Map<Side, Running> heard = new EnumMap<>(Side.class);

    Playbacks(RelayedCall call, RandomGenerator random) {
        this.call = call;
        this.random = random;
    }

    void play(Prompt prompt, Side hearer) throws RelayException {
        Samples sound = samples(prompt);
        int line = audioLine();
        HearerCodecs codecs = HearerCodecs.of(call.agreed(line, hearer.other()));
        end(hearer);
        Leg source = call.lines().get(line).leg(hearer.other());
        OwnStream own = new OwnStream(random.nextInt(), random.nextInt());
        Playback playback = new Playback(prompt, sound, codecs, source, own, () -> end(hearer));
        Pace pace = new Pace(call.loop(), playback);
        heard.put(hearer, new Running(line, playback, pace));
        source.speakOver(playback);
        pace.start();
    }

    private static Samples samples(Prompt prompt) throws RelayException {
        if (prompt.sound() instanceof Samples samples) {
            return samples;
        }
        throw new RelayException(
                RelayException.Kind.NOT_SUPPORTED,
                "The embedded relay plays WAV files and tones, and not "
                        + prompt.sound().name());
    }

    private int audioLine() throws RelayException {
        return IntStream.range(0, call.lines().size())
                .filter(index -> call.lines().get(index).isCopyable())
                .filter(index ->
                        call.agreed(index, Side.CALLER).senders().type().equals("audio"))
                .findFirst()
                .orElseThrow(() -> new RelayException(
                        RelayException.Kind.NOT_SUPPORTED,
                        "The call has no answered audio line with unencrypted RTP, so nothing can be heard on it."));
    }

    void hush(Prompt prompt, Side hearer) {
        Running running = heard.get(hearer);
        if (running != null && running.playback().prompt().equals(prompt)) {
            end(hearer);
        }
    }

    /** The sides have agreed anew, maybe on another codec. */
    void agreed() {
        for (Side hearer : Side.values()) {
            Running running = heard.get(hearer);
            if (running != null) {
                follow(hearer, running);
            }
        }
    }

    private void follow(Side hearer, Running running) {
        try {
            if (!call.lines().get(running.line()).isCopyable()) {
                throw new RelayException(RelayException.Kind.NOT_SUPPORTED, "The audio is gone, or encrypted.");
            }
            running.playback().agreed(HearerCodecs.of(call.agreed(running.line(), hearer.other())));
        } catch (RelayException e) {
            LOG.log(
                    Level.INFO,
                    "The {0} of a call hears no more of {1}: {2}",
                    hearer,
                    running.playback().prompt().sound(),
                    e.getMessage());
            end(hearer);
        }
    }

    private void end(Side hearer) {
        Running running = heard.remove(hearer);
        if (running != null) {
            running.pace().stop();
            call.lines().get(running.line()).leg(hearer.other()).speakOver(null);
        }
    }

    void close() {
        for (Side hearer : Side.values()) {
            end(hearer);
        }
    }
}
