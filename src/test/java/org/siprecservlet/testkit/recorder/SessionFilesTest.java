package org.siprecservlet.testkit.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;
import static org.siprecservlet.testkit.sip.Edit.header;
import static org.siprecservlet.testkit.sip.Edit.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.ToneDetector;
import org.siprecservlet.testkit.audio.WavFile;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.BodyPart;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.UserAgent;

class SessionFilesTest {

    private final Trace trace = new Trace();
    private final UserAgent client = UserAgent.start("client", trace);
    private final Recorder recorder = Recorder.start("recorder", trace);
    private final MediaPort media = MediaPort.open("127.0.0.1");

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        media.close();
        client.close();
        recorder.close();
    }

    @Test
    void namesEachFileAfterLabelAndSender() throws IOException {
        RecordedSession session = record(metadata());

        assertThat(SessionFiles.write(session, directory))
                .extracting(stream -> stream.file().getFileName().toString())
                .containsExactly("1-alice.wav", "2-+15550100.wav");
        assertThat(directory.resolve("metadata.xml")).hasContent(metadata());
    }

    @Test
    void writesWhatCameForEachStream() throws IOException {
        RecordedSession session = record(metadata());
        AtomicInteger frames = new AtomicInteger();
        media.send(session.mediaPort("2").address(), 0, () -> Tone.of(440).pcmuFrame(frames.getAndIncrement()));
        session.stream("2").awaitPackets(5);

        List<SavedStream> streams = SessionFiles.write(session, directory);

        assertThat(WavFile.read(streams.get(0).file())).isEmpty();
        assertThat(ToneDetector.dominant(WavFile.read(streams.get(1).file()), 440, 620))
                .isEqualTo(OptionalInt.of(440));
        assertThat(streams.get(1).packets()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void countsWhatItCanNotDecode() throws IOException {
        RecordedSession session = record(metadata());
        media.send(session.mediaPort("1").address(), 96, () -> new byte[50]);
        session.stream("1").awaitPackets(2);

        SavedStream stream = SessionFiles.write(session, directory).get(0);

        assertThat(stream.undecoded()).isEqualTo(stream.packets()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void letsNoAddressLeadOutOfTheDirectory() throws IOException {
        Path inner = directory.resolve("inner");

        SessionFiles.write(record(metadata().replace("sip:alice@", "sip:../../alice@")), inner);

        try (Stream<Path> files = Files.list(inner)) {
            assertThat(files).contains(inner.resolve("1-__.._alice.wav"));
        }
    }

    private RecordedSession record(String metadata) {
        MediaLine line = audio(media.port(), 0).sendonly();
        ClientCall call = client.invite(
                recorder.uri(),
                header("Require", "siprec"),
                multipart(
                        BodyPart.of(
                                "application/sdp", "", Sdp.offer("127.0.0.1", line.labelled("1"), line.labelled("2"))),
                        BodyPart.of("application/rs-metadata+xml", "recording-session", metadata)));
        call.awaitResponse(200);
        call.ack();
        return recorder.awaitSession();
    }

    private static String metadata() {
        try (InputStream in = SessionFilesTest.class.getResourceAsStream("/metadata/own/01-two-party-complete.xml")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
