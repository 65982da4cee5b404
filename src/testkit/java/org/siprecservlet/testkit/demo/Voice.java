package org.siprecservlet.testkit.demo;

import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.Sdp;

/** The media of one phone in one call: sends a tone, keeps what comes. */
final class Voice implements AutoCloseable {

    private final String host;
    private final Tone tone;
    private final MediaPort port;
    private RtpSender sender;

    Voice(String host, int hz) {
        this.host = host;
        this.tone = Tone.of(hz);
        this.port = MediaPort.open(host);
    }

    /** An offer of PCMU, which is also the answer to one. */
    String description() {
        return description(G711.PCMU);
    }

    /** A description with one codec. */
    String description(G711 law) {
        return Sdp.offer(host, audio(port.port(), law.payloadType()));
    }

    /** Begins to send the tone to where the other side's description says, in the first codec of it. */
    void speakTo(String description) {
        Sdp remote = Sdp.parse(description);
        G711 law = law(remote.line(1).formats())
                .orElseThrow(() -> new DemoFailed("there is neither PCMU nor PCMA in\n" + description));
        AtomicInteger frames = new AtomicInteger();
        sender = port.send(remote.destination(1), law.payloadType(), () -> tone.frame(law, frames.getAndIncrement()));
    }

    /** The first of the formats that is G.711. */
    static Optional<G711> law(List<String> formats) {
        return formats.stream()
                .flatMap(format -> Stream.of(G711.values()).filter(law -> format.equals("" + law.payloadType())))
                .findFirst();
    }

    int sent() {
        return sender.sent();
    }

    RtpReceiver heard() {
        return port.receiver();
    }

    void fallSilent() {
        if (sender != null) {
            sender.close();
        }
    }

    @Override
    public void close() {
        fallSilent();
        port.close();
    }
}
