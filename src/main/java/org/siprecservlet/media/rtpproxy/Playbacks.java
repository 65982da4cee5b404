package org.siprecservlet.media.rtpproxy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.sdp.Codec;
import org.siprecservlet.sound.PromptFile;

/**
 * What the sides of one call are let hear: files that lie with RTPProxy, one for each codec. It sends them in place of what the other
 * side says, and copies nothing of that meanwhile. Touched by the steps of the call only.
 */
final class Playbacks {

    private final ProxiedCall call;
    private final Map<Side, Prompt> heard = new EnumMap<>(Side.class);

    Playbacks(ProxiedCall call) {
        this.call = call;
    }

    CompletionStage<Void> play(Prompt prompt, Side hearer) throws RelayException {
        String path = path(prompt);
        AgreedStream stream = audioTowards(hearer);
        List<String> types = types(stream);
        Command command =
                Command.play(call.lines().get(stream.index()).session(), MediaSession.tag(hearer), path, types);
        return node().run(command).thenRun(() -> heard.put(hearer, prompt));
    }

    private Node node() {
        return call.place().node();
    }

    private static String path(Prompt prompt) throws RelayException {
        if (prompt.recorded()) {
            throw new RelayException(
                    Kind.NOT_SUPPORTED,
                    "RTPProxy copies only what the parties send, so recorders can not hear it, too.");
        }
        if (prompt.sound() instanceof PromptFile file) {
            return file.name();
        }
        throw new RelayException(
                Kind.NOT_SUPPORTED,
                "RTPProxy plays only files that lie with it, and not "
                        + prompt.sound().name());
    }

    private AgreedStream audioTowards(Side hearer) throws RelayException {
        return call.sent().stream()
                .filter(stream ->
                        stream.sender() != hearer && stream.senders().type().equals("audio"))
                .findFirst()
                .orElseThrow(() -> new RelayException(
                        Kind.NOT_SUPPORTED,
                        "The call has no answered audio line with unencrypted RTP, so nothing can be heard on it."));
    }

    /** The payload types that have a codec whatever the call says (RFC 3551 section 6), the best first. */
    private static List<String> types(AgreedStream stream) throws RelayException {
        List<String> types = stream.receivers().formats().stream()
                .filter(stream.senders().formats()::contains)
                .filter(format -> Codec.ofStaticType(format)
                        .filter(codec -> !codec.name().equals("CN"))
                        .isPresent())
                .toList();
        if (types.isEmpty()) {
            throw new RelayException(
                    Kind.NOT_SUPPORTED,
                    "The call has no codec with a fixed payload type, so RTPProxy has no file for it.");
        }
        return types;
    }

    CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        if (!prompt.equals(heard.get(hearer))) {
            return InTurn.DONE;
        }
        heard.remove(hearer);
        return InTurn.begun(() -> node().end(Command.hush(
                call.lines().get(audioTowards(hearer).index()).session(), MediaSession.tag(hearer))));
    }
}
