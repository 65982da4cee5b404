package org.siprecservlet.media.rtpengine;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.control.Alarm;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.sound.Samples;
import org.siprecservlet.sound.WavFile;

/**
 * What the sides of one call are let hear. RTPengine sends a side the sound as a stream beside that of the other side, in
 * a codec of the call, and copies are taken before that; a tone is sent there anew each time. Touched by the steps of the call only.
 */
final class Playbacks {

    private static final System.Logger LOG = System.getLogger(Playbacks.class.getName());

    /** One of them; nothing but itself is like it. */
    private static final class Running {

        private final Prompt prompt;
        private final Samples sound;
        private final byte[] file;
        private Runnable callOff = () -> {};

        Running(Prompt prompt, Samples sound) {
            this.prompt = prompt;
            this.sound = sound;
            this.file = WavFile.muLaw(sound);
        }
    }

    private final AnchoredCall call;
    private final Alarm alarm;
    private final Map<Side, Running> heard = new EnumMap<>(Side.class);

    Playbacks(AnchoredCall call, Alarm alarm) {
        this.call = call;
        this.alarm = alarm;
    }

    CompletionStage<Void> play(Prompt prompt, Side hearer) throws RelayException {
        Running running = new Running(prompt, samples(prompt));
        if (call.sent().stream().noneMatch(stream -> stream.senders().type().equals("audio"))) {
            throw new RelayException(
                    Kind.NOT_SUPPORTED,
                    "The call has no answered audio line with unencrypted RTP, so nothing can be heard on it.");
        }
        return send(running, hearer).thenRun(() -> {
            forget(hearer);
            heard.put(hearer, running);
            repeatLater(running, hearer);
        });
    }

    private static Samples samples(Prompt prompt) throws RelayException {
        if (prompt.recorded()) {
            throw new RelayException(
                    Kind.NOT_SUPPORTED,
                    "RTPengine copies only what the parties send, so recorders can not hear it, too.");
        }
        if (prompt.sound() instanceof Samples samples) {
            return samples;
        }
        throw new RelayException(
                Kind.NOT_SUPPORTED,
                "RTPengine is sent WAV files and tones, and not "
                        + prompt.sound().name());
    }

    private CompletionStage<Void> send(Running running, Side hearer) {
        return call.node()
                .run(NgCommand.play(call.callId(), hearer, running.file))
                .thenApply(reply -> null);
    }

    private void repeatLater(Running running, Side hearer) {
        if (running.sound.isRepeated()) {
            running.callOff =
                    alarm.after(running.sound.every(), () -> call.steps().then(() -> repeat(running, hearer)));
        }
    }

    private CompletionStage<Void> repeat(Running running, Side hearer) {
        if (heard.get(hearer) != running) {
            return InTurn.DONE;
        }
        return send(running, hearer).whenComplete((sent, failure) -> {
            if (failure == null) {
                repeatLater(running, hearer);
            } else {
                heard.remove(hearer, running);
                LOG.log(
                        Level.WARNING,
                        "The {0} of a call hears no more of {1}: {2}",
                        Tags.of(hearer),
                        running.sound,
                        RelayException.messageOf(failure));
            }
        });
    }

    CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        Running running = heard.get(hearer);
        if (running == null || !running.prompt.equals(prompt)) {
            return InTurn.DONE;
        }
        forget(hearer);
        return call.node().end(NgCommand.hush(call.callId(), hearer));
    }

    private void forget(Side hearer) {
        Running running = heard.remove(hearer);
        if (running != null) {
            running.callOff.run();
        }
    }

    /** The call ends, and RTPengine ends them with it. */
    void callEnds() {
        forget(Side.CALLER);
        forget(Side.CALLEE);
    }
}
