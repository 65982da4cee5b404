package org.siprecservlet.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.siprecservlet.container.ContainerTest;
import org.siprecservlet.container.Server;
import org.siprecservlet.container.Wars;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.audio.G711;
import org.siprecservlet.testkit.audio.Tone;
import org.siprecservlet.testkit.audio.ToneDetector;

/** One call between two SIPps, recorded by a third one, is looked at from all sides. */
@ContainerTest
class RecordedCallPeersIT {

    private static final Path FOLDER =
            Path.of("target", "peers", "recorded-call").toAbsolutePath();
    private static final Duration LENGTH = Duration.ofSeconds(4);
    private static final Tone ALICE = Tone.of(440);
    private static final Tone BOB = Tone.of(1000);

    private static final int SIP = FreePorts.block(3);
    private static final int MEDIA = FreePorts.block(12);
    private static final int CALLER_SIP = SIP;
    private static final int CALLEE_SIP = SIP + 1;
    private static final int RECORDER_SIP = SIP + 2;
    private static final int CALLER_MEDIA = MEDIA;
    private static final int CALLEE_MEDIA = MEDIA + 4;
    private static final int RECORDER_MEDIA = MEDIA + 8;

    private static Capture capture;
    private static String atTheRecorder;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of(
                "siprec.next-hop", "sip:127.0.0.1:" + CALLEE_SIP,
                "siprec.srs", "sip:recorder@127.0.0.1:" + RECORDER_SIP + ";transport=tcp"));
    }

    @BeforeAll
    static void oneCall() {
        // tshark says when it listens, the SIPps do not: they have the time that it takes to get there.
        try (var recorder = Sipp.recorder(FOLDER.resolve("recorder"), RECORDER_SIP, RECORDER_MEDIA);
                var callee = Sipp.callee(FOLDER.resolve("callee"), CALLEE_SIP, CALLEE_MEDIA, BOB);
                var listening = Capture.start(FOLDER, List.of(Server.sipPort(), CALLER_SIP, CALLEE_SIP, RECORDER_SIP));
                var caller = caller()) {
            capture = listening;
            caller.awaitSuccess();
            callee.awaitSuccess();
            recorder.awaitSuccess();
            atTheRecorder = recorder.messages();
        }
    }

    private static Sipp caller() {
        return Sipp.caller(FOLDER.resolve("caller"), CALLER_SIP, CALLER_MEDIA, ALICE, Server.sipPort(), LENGTH);
    }

    @Test
    void eachPartyHearsTheOther() {
        assertThat(hears(CALLER_MEDIA, ALICE, BOB)).isEqualTo(BOB.hz());
        assertThat(hears(CALLEE_MEDIA, ALICE, BOB)).isEqualTo(ALICE.hz());
    }

    @Test
    void theRecorderGetsEachPartyOnTheLineThatTheMetadataNamesThePartyFor() throws IOException {
        MetadataFile metadata = MetadataFile.in(atTheRecorder, FOLDER);
        Map<String, Integer> tones = Map.of("Alice", ALICE.hz(), "bob", BOB.hz());
        assertThat(hears(RECORDER_MEDIA, ALICE, BOB)).isEqualTo(tones.get(metadata.speakerOf(1)));
        assertThat(hears(RECORDER_MEDIA + 2, ALICE, BOB)).isEqualTo(tones.get(metadata.speakerOf(2)));
        assertThat(metadata.speakerOf(1)).isNotEqualTo(metadata.speakerOf(2));
    }

    @Test
    void noPacketIsMissingOnceTheRecordingHasBegun() {
        assertThat(sequenceNumbersTo(RECORDER_MEDIA)).hasSizeGreaterThan(100).satisfies(this::followEachOther);
        assertThat(sequenceNumbersTo(RECORDER_MEDIA + 2))
                .hasSizeGreaterThan(100)
                .satisfies(this::followEachOther);
    }

    private void followEachOther(List<? extends Integer> numbers) {
        assertThat(numbers)
                .isEqualTo(IntStream.range(0, numbers.size())
                        .mapToObj(i -> numbers.get(0) + i & 0xFFFF)
                        .toList());
    }

    @Test
    void tsharkFindsNothingMalformedInTheSignalling() {
        assertThat(capture.fields(
                        "sip && (_ws.malformed || _ws.expert.severity == \"Error\")", "frame.number", "_ws.expert"))
                .isEmpty();
    }

    @Test
    void tsharkReadsTheOpeningOfTheRecordingSessionAsTheStandardsHaveIt() {
        String opening = "sip.Method == INVITE && tcp.dstport == " + RECORDER_SIP;
        assertThat(capture.fields(opening, "sip.Require")).containsExactly("siprec");
        assertThat(capture.fields(opening, "sip.Contact"))
                .singleElement()
                .asString()
                .endsWith(";+sip.src");
        assertThat(capture.fields(opening, "mime_multipart.header.content-disposition"))
                .containsExactly("recording-session");
        assertThat(capture.fields(opening, "sdp.media_attr"))
                .singleElement()
                .asString()
                .contains("label:1", "label:2", "sendonly")
                .doesNotContain("sendrecv");
    }

    @Test
    void xmllintFindsTheMetadataValid() throws IOException {
        MetadataFile.in(atTheRecorder, FOLDER).validate();
    }

    private static List<Integer> sequenceNumbersTo(int port) {
        return rtpTo(port, "rtp.seq").stream().map(Integer::valueOf).toList();
    }

    private static List<String> rtpTo(int port, String field) {
        return capture.fields("rtp && udp.dstport == " + port, field);
    }

    /** The tone in what was sent to a port: in Hz, 0 for none of them. */
    private static int hears(int port, Tone... tones) {
        var codes = HexFormat.of().parseHex(String.join("", rtpTo(port, "rtp.payload")));
        var candidates = Arrays.stream(tones).mapToInt(Tone::hz).toArray();
        return ToneDetector.dominant(G711.PCMA.decode(codes), candidates).orElse(0);
    }
}
