package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.Behaviour;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.SipMessage;

/** The recorder's answer decides line by line what it gets. */
@ContainerTest
class RecordingAnswersIT {

    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RecordedSession answered(UnaryOperator<MediaLine> change) {
        stage.recorder.will(
                Behaviour.acceptWith(lines -> lines.stream().map(change).toList()));
        stage.call();
        return stage.session();
    }

    private static void assertBothLinesFlow(RecordedSession session) {
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
    }

    @Test
    @Requirement({"ANS-05", "OFR-16"})
    void recvonlyGetsMedia() {
        assertBothLinesFlow(answered(MediaLine::recvonly));
    }

    @Test
    @Requirement("ANS-05")
    void sendrecvGetsMediaToo() {
        assertBothLinesFlow(answered(line -> line.direction("sendrecv")));
    }

    @Test
    @Requirement("ANS-05")
    void noDirectionGetsMediaToo() {
        assertBothLinesFlow(answered(line -> without("recvonly", line)));
    }

    @Test
    @Requirement("ANS-08")
    void labelsNeedNotBeRepeated() {
        assertBothLinesFlow(answered(line -> without("label:" + line.label().orElseThrow(), line)));
    }

    @Test
    @Requirement("ANS-08")
    void labelsOfTheRecordersOwnDoNotMatter() {
        assertBothLinesFlow(answered(line -> without("label:" + line.label().orElseThrow(), line)
                .labelled(line.label().orElseThrow().equals("1") ? "2" : "1")));
    }

    @Test
    @Requirement({"ANS-05", "RTP-19"})
    void inactiveGetsNothingAndTheSessionStays() {
        stage.recorder.willAcceptInactive();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        session.awaitAck();
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        assertThat(session.line(2).packets()).isEmpty();
        assertThat(Rest.awaitActive(talk.callId()).get("streams")).allMatch(accepted());
        assertThat(session.ended()).isFalse();
    }

    @Test
    @Requirement("ANS-13")
    void sendonlyGetsNothing() {
        RecordedSession session = answered(MediaLine::sendonly);
        session.awaitAck();
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        assertThat(session.line(2).packets()).isEmpty();
    }

    @Test
    @Requirement("ANS-12")
    void theAddressOfNoOneGetsNothing() {
        RecordedSession session = answered(line -> line.at("0.0.0.0"));
        session.awaitAck();
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        assertThat(session.line(2).packets()).isEmpty();
    }

    @Test
    @Requirement({"ANS-01", "RTP-19"})
    void aRejectedLineGetsNothingAndTheOtherFlows() {
        stage.recorder.willRejectLine(1);
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
        assertThat(session.line(1).packets()).isEmpty();
        JsonNode streams = Rest.awaitActive(talk.callId()).get("streams");
        assertThat(streams.get(0).get("accepted").asBoolean()).isFalse();
        assertThat(streams.get(1).get("accepted").asBoolean()).isTrue();
    }

    @Test
    @Requirement("ANS-04")
    void aSessionInWhichAllLinesAreRejectedStaysForItsMetadata() {
        stage.recorder.willRejectAllLines();
        Talk talk = stage.call();
        RecordedSession session = stage.session();
        session.awaitAck();
        assertThat(session.line(1).staysQuiet(A_WHILE)).isTrue();
        assertThat(session.line(2).packets()).isEmpty();
        assertThat(Rest.awaitActive(talk.callId()).get("streams")).noneMatch(accepted());
        talk.endByCaller();
        session.awaitEnd();
    }

    private static Predicate<JsonNode> accepted() {
        return stream -> stream.get("accepted").asBoolean();
    }

    @Test
    @Requirement({"ANS-09", "UPD-10"})
    void onlyTheCodecsOfTheAnswerAreSent() {
        stage.recorder.willAcceptOnly(101);
        stage.call();
        RecordedSession session = stage.session();
        session.awaitAck();
        assertThat(session.line(1).staysQuiet(A_WHILE))
                .as("PCMU, which was not taken")
                .isTrue();
    }

    @Test
    @Requirement({"ANS-09", "OFR-12"})
    void aCodecIsSentUnderTheNumberOfTheAnswer() {
        RecordedSession session = answered(line -> new MediaLine(
                line.kind(),
                line.port(),
                line.profile(),
                List.of("96"),
                "",
                List.of("rtpmap:96 PCMU/8000", "recvonly")));
        session.line(1).awaitPackets(Voice.ENOUGH);
        session.line(2).awaitPackets(Voice.ENOUGH);
        assertThat(session.line(1).payloadTypes()).containsExactly(96);
        assertThat(session.line(2).payloadTypes()).containsExactly(96);
    }

    @Test
    @Requirement("BOD-12")
    void theAnswerMayBeOnePartOfSeveral() {
        stage.recorder.willAcceptMultipart();
        stage.call();
        assertBothLinesFlow(stage.session());
    }

    @Test
    @Requirement("ANS-16")
    void theAnswerCountsWhateverWasSaidBeforeIt() {
        stage.recorder.will(session -> {
            session.call().respond(183, Edit.sdp(session.offerSdp().replace("sendonly", "recvonly")));
            session.accept();
        });
        stage.call();
        assertBothLinesFlow(stage.session());
    }

    @Test
    @Requirement("ANS-11")
    void eachLineMayHaveAnAddressOfItsOwn() {
        try (MediaPort elsewhere = MediaPort.open("127.0.0.2")) {
            RecordedSession session = answered(line ->
                    line.label().orElse("").equals("2") ? line.at("127.0.0.2").withPort(elsewhere.port()) : line);
            Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
            Voice.assertHeard(Voice.BOB, elsewhere.receiver().awaitPackets(Voice.ENOUGH));
        }
    }

    @Test
    @Requirement("ANS-11")
    void controlPacketsGoWhereTheAnswerSays() {
        try (MediaPort elsewhere = MediaPort.open(Server.HOST)) {
            RecordedSession session = answered(
                    line -> line.label().orElse("").equals("1") ? line.with("rtcp:" + (elsewhere.port() + 1)) : line);
            assertThat(elsewhere.receiver().awaitRtcp(1).get(0).type()).isEqualTo(200);
            assertThat(session.line(1).rtcp()).isEmpty();
            assertThat(session.line(2).awaitRtcp(1)).isNotEmpty();
        }
    }

    @Test
    @Requirement("INI-11")
    void whoDoesNotSayThatItIsARecorderIsTakenAndNoted() {
        ServerLog log = new ServerLog();
        Edit contact = Edit.set("Contact", "<" + Stage.RECORDER_URI + ";transport=tcp>");
        stage.recorder.will(session -> session.acceptWith(lines -> lines, contact));
        stage.call();
        RecordedSession session = stage.session();
        assertBothLinesFlow(session);
        assertThat(log.saying("+sip.srs"))
                .singleElement()
                .asString()
                .contains(session.invite().callId());
    }

    @Test
    void headersMayBeWrittenSloppily() {
        Edit sloppy = RecordingAnswersIT::lowerCase;
        stage.recorder.will(session -> session.acceptWith(lines -> lines, sloppy));
        stage.call();
        assertBothLinesFlow(stage.session());
    }

    /** Names in lower case, short where there is a short form, and blanks where they are allowed. */
    private static SipMessage lowerCase(SipMessage message) {
        SipMessage sloppy = message;
        for (var header : message.headers()) {
            sloppy = sloppy.without(header.name());
        }
        for (var header : message.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            sloppy = sloppy.with(name.equals("content-type") ? "c" : name, header.value() + " ");
        }
        return sloppy;
    }

    @Test
    void theCallGoesOnWhateverTheAnswer() {
        stage.recorder.willRejectAllLines();
        Talk talk = stage.call();
        stage.session().awaitAck();
        talk.assertBothAreHeard();
    }

    private static MediaLine without(String attribute, MediaLine line) {
        return line.withAttributes(line.attributes().stream()
                .filter(each -> !each.equals(attribute))
                .toList());
    }
}
