package org.siprecservlet.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        int server = Server.sipPort();
        capture = Capture.start(FOLDER, List.of(server, CALLER_SIP, CALLEE_SIP, RECORDER_SIP));
        try (var recorder = Sipp.recorder(FOLDER.resolve("recorder"), RECORDER_SIP, RECORDER_MEDIA);
                var callee = Sipp.callee(FOLDER.resolve("callee"), CALLEE_SIP, CALLEE_MEDIA, BOB);
                var caller = Sipp.caller(FOLDER.resolve("caller"), CALLER_SIP, CALLER_MEDIA, ALICE, server, LENGTH)) {
            caller.awaitSuccess();
            callee.awaitSuccess();
            recorder.awaitSuccess();
            atTheRecorder = recorder.messages();
        } finally {
            capture.stop();
        }
    }

    @Test
    void eachPartyHearsTheOther() {
        assertThat(hears(CALLER_MEDIA, ALICE, BOB)).isEqualTo(BOB.hz());
        assertThat(hears(CALLEE_MEDIA, ALICE, BOB)).isEqualTo(ALICE.hz());
    }

    @Test
    void theRecorderGetsEachPartyOnALineOfItsOwn() {
        assertThat(List.of(hears(RECORDER_MEDIA, ALICE, BOB), hears(RECORDER_MEDIA + 2, ALICE, BOB)))
                .containsExactlyInAnyOrder(ALICE.hz(), BOB.hz());
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
    void xmllintFindsTheMetadataValid() throws IOException {
        Path document = Files.writeString(FOLDER.resolve("metadata.xml"), metadata());
        for (String schema : List.of("rs-metadata.xsd", "xml.xsd")) {
            copyOfTheSchema(schema);
        }
        Tool.require("xmllint", "libxml2-utils")
                .run(
                        FOLDER,
                        Duration.ofSeconds(10),
                        List.of("--noout", "--nonet", "--schema", "rs-metadata.xsd", document.toString()));
    }

    private static String metadata() {
        Matcher document = Pattern.compile("<\\?xml.*?</(\\w+:)?recording>", Pattern.DOTALL)
                .matcher(atTheRecorder);
        assertThat(document.find()).as("metadata in\n%s", atTheRecorder).isTrue();
        return document.group();
    }

    private static void copyOfTheSchema(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("org/siprecservlet/testkit/metadata/" + name)) {
            Files.write(FOLDER.resolve(name), in.readAllBytes());
        }
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
