package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpReceiver;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingRequest;
import org.siprecservlet.testkit.sip.SipMessage;

/** The call changes after its answer, and the recorder is told. */
@ContainerTest
class RecordingFollowsCallIT {

    private static final int PCMA = 8;
    private static final int H264 = 96;
    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final Stage stage = new Stage();
    private Talk talk;
    private String id;
    private RecordedSession session;

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Wars.siprecServlet());
    }

    @BeforeEach
    void recordACall() {
        talk = stage.call();
        id = Control.start(talk, "default");
        session = stage.recordedSession();
        Control.awaitState(id, "active");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private MediaLine callers(int... payloadTypes) {
        return audio(talk.callersPort().port(), payloadTypes);
    }

    private MediaLine callees(int... payloadTypes) {
        return audio(talk.calleesPort().port(), payloadTypes);
    }

    private void hold() {
        talk.agreeByReinvite(List.of(callers(0).sendonly()), List.of(callees(0).recvonly()));
    }

    private void goOn() {
        talk.agreeByReinvite(List.of(callers(0)), List.of(callees(0)));
    }

    /** What came with the metadata document of that number; the first is that of the INVITE. */
    private Sdp told(int number) {
        List<byte[]> documents = session.awaitMetadata(number);
        SipMessage message = session.requests().stream()
                .filter(request -> request.body("application/rs-metadata+xml").isPresent())
                .toList()
                .get(number - 1);
        Sdp sdp = Sdp.parse(message.sdp());
        Set<String> labels =
                sdp.media().stream().map(line -> line.label().orElseThrow()).collect(Collectors.toSet());
        assertThat(MetadataChecker.check(documents.get(number - 1), labels, documents.subList(0, number - 1)))
                .isEmpty();
        return sdp;
    }

    /** A resumption may overtake what the relay says of a hold: then that is told a re-INVITE later. */
    private Sdp toldLast() {
        return session.requests().stream()
                .filter(request -> request.method().equals("INVITE"))
                .reduce((earlier, later) -> later)
                .map(last -> Sdp.parse(last.sdp()))
                .orElseThrow();
    }

    /** Some recorders look at each request as if it were the first. */
    @Test
    @Requirement("INI-01")
    void whatTellsOfAChangeShowsARecordingClientAsTheInviteDid() {
        hold();
        told(2);
        SipMessage reinvite = session.requests().stream()
                .filter(request -> request.method().equals("INVITE"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(reinvite.values("Require")).containsExactly("siprec");
        assertThat(reinvite.values("Contact")).singleElement().asString().matches("<sip:[^<>]+>;\\+sip\\.src");
    }

    private void assertToldNothingElse(int reinvites) {
        assertThat(session.dialog().staysQuiet("INVITE", A_WHILE)).isTrue();
        assertThat(session.requests())
                .filteredOn(request -> request.method().equals("INVITE"))
                .hasSize(1 + reinvites);
    }

    @Test
    @Requirement({"MTD-04", "MTD-10", "OFR-07", "PAU-08", "UPD-06"})
    void theRecorderIsToldOfAHoldAndOfItsEnd() {
        Sdp before = told(1);
        hold();
        Sdp held = told(2);
        assertThat(held.direction(1)).isEqualTo("sendonly");
        assertThat(held.direction(2)).isEqualTo("inactive");
        assertThat(held.version()).isEqualTo(before.version() + 1);
        RtpReceiver callee = session.line(2);
        callee.staysQuiet(A_WHILE);
        assertThat(callee.staysQuiet(A_WHILE)).as("who is held is not recorded").isTrue();
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));

        goOn();
        Sdp resumed = told(3);
        assertThat(resumed.direction(2)).isEqualTo("sendonly");
        assertThat(resumed.version()).isEqualTo(before.version() + 2);
        assertThat(resumed.line(2).port()).isEqualTo(before.line(2).port());
        Hearing.assertFlows(session);
        assertToldNothingElse(2);
    }

    @Test
    @Requirement({"EVT-03", "EVT-04", "MDX-09", "PAU-08"})
    void aHeldPartyReceivesNothingAndTheOtherSendsNothingInTheMetadata() {
        hold();
        told(2);
        Metadata held = new Metadata(session.allMetadata().get(1));
        assertThat(held.texts("//participantstreamassoc[1]/send")).hasSize(1);
        assertThat(held.texts("//participantstreamassoc[1]/recv")).isEmpty();
        assertThat(held.texts("//participantstreamassoc[2]/send")).isEmpty();
        assertThat(held.texts("//participantstreamassoc[2]/recv"))
                .isEqualTo(held.texts("//participantstreamassoc[1]/send"));
        assertThat(held.texts("//stream")).as("the streams stay").hasSize(2);

        goOn();
        told(3);
        assertThat(session.allMetadata().get(2)).isEqualTo(session.allMetadata().get(0));
    }

    @Test
    @Requirement({"EVT-12", "OFR-11", "UPD-10"})
    void otherCodecsAreFollowedByReinvite() {
        goOn();
        assertThat(told(2).line(1).formats()).as("without telephone-event").containsExactly("0");
        talk.agreeByReinvite(List.of(callers(PCMA)), List.of(callees(PCMA)));
        assertPcma(3);
    }

    @Test
    @Requirement({"OFR-11", "UPD-10"})
    void otherCodecsAreFollowedByUpdate() {
        talk.agreeByUpdate(List.of(callers(PCMA)), List.of(callees(PCMA)));
        assertPcma(2);
    }

    private void assertPcma(int number) {
        Sdp offer = told(number);
        talk.caller().switchTo(PCMA);
        talk.callee().switchTo(PCMA);
        for (int line = 1; line <= 2; line++) {
            assertThat(offer.line(line).formats()).containsExactly("8");
            assertThat(offer.line(line).attribute("rtpmap")).contains("8 PCMA/8000");
            RtpReceiver receiver = session.line(line);
            Rest.await(() -> receiver.awaitMore(1).get(0).packet().payloadType(), type -> type == PCMA);
            assertThat(receiver.awaitMore(Voice.ENOUGH))
                    .allMatch(each -> each.packet().payloadType() == PCMA);
        }
    }

    private static MediaLine video(int port) {
        return new MediaLine("video", port, "RTP/AVP", List.of("96"), "", List.of("rtpmap:96 H264/90000"));
    }

    private JsonNode streams() {
        return Rest.withoutCounts(Control.recording(id).get("streams"));
    }

    @Test
    @Requirement({"EVT-12", "MDX-08", "MTD-04", "OFR-01", "OFR-02", "OFR-05", "OFR-20", "UPD-01", "UPD-02"})
    void videoThatIsAddedGetsLinesAndStreamsOfItsOwn() {
        JsonNode before = streams();
        try (MediaPort callersCamera = MediaPort.open(Server.HOST);
                MediaPort calleesCamera = MediaPort.open(Server.HOST)) {
            talk.agreeByReinvite(
                    List.of(callers(0), video(callersCamera.port())), List.of(callees(0), video(calleesCamera.port())));
            Sdp offer = told(2);
            assertThat(offer.media()).extracting(MediaLine::kind).containsExactly("audio", "audio", "video", "video");
            assertThat(offer.media())
                    .extracting(line -> line.label().orElseThrow())
                    .doesNotHaveDuplicates();
            JsonNode after = Rest.await(this::streams, streams -> streams.size() == 4);
            assertThat(after.get(0)).isEqualTo(before.get(0));
            assertThat(after.get(1)).isEqualTo(before.get(1));
            assertRecorded(callersCamera, talk.toldCaller(), 3);
            assertRecorded(calleesCamera, talk.toldCallee(), 4);

            talk.agreeByReinvite(List.of(callers(0), video(0)), List.of(callees(0), video(0)));
            assertThat(told(3).media()).extracting(line -> line.port() > 0).containsExactly(true, true, false, false);
            Hearing.assertFlows(session);
        }
    }

    private void assertRecorded(MediaPort camera, Sdp told, int line) {
        try (RtpSender sender = new RtpSender(camera, told.destination(2), H264, () -> new byte[100]).start()) {
            assertThat(session.line(line).awaitMore(3))
                    .allMatch(each -> each.packet().ssrc() == sender.ssrc());
        }
    }

    @Test
    void aChangeThatTheOtherSideRefusesChangesNothing() {
        ClientCall refused = talk.call()
                .dialog()
                .reinvite(Sdp.version(2, Server.HOST, List.of(callers(PCMA).sendonly())));
        talk.incoming().dialog().awaitReinvite().respond(488);
        refused.awaitResponse(488);

        assertToldNothingElse(0);
        Hearing.assertFlows(session);
    }

    @Test
    void aRefreshOfTheCallIsNotTold() {
        talk.agreeByReinvite(List.of(callers(0, 8, 101)), List.of(callees(0, 101)));

        assertToldNothingElse(0);
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement({"IND-09", "IND-10"})
    void whatTheCallSaysOfRecordingPassesAndIsNoWish() {
        talk.agreeByReinvite(
                List.of(callers(0, 8, 101).with("record:off")),
                List.of(callees(0, 101).with("record:on")));

        assertThat(talk.toldCallee().line(1).attribute("record")).contains("off");
        assertThat(talk.toldCaller().line(1).attribute("record")).contains("on");
        assertToldNothingElse(0);
        Hearing.assertFlows(session);
    }

    @Test
    @Requirement("UPD-04")
    void aHoldWhilePausingIsNeitherToldAtTheSameTimeNorLost() throws Exception {
        CompletableFuture<IncomingRequest> asked = new CompletableFuture<>();
        session.willDoNext("INVITE", asked::complete);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        IncomingRequest reinvite = Hearing.soon(asked);
        hold();
        assertToldNothingElse(1);
        Hearing.agree(session, reinvite);
        assertThat(Hearing.soon(pause)).isEqualTo("PAUSED");

        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Sdp resumed = Rest.await(this::toldLast, sdp -> sdp.direction(2).equals("inactive"));
        assertThat(resumed.direction(1)).isEqualTo("sendonly");
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        goOn();
        Hearing.assertFlows(session);
    }

    @Test
    void aPauseWhileTheRecorderIsBeingToldStopsTheMediaAtOnce() throws Exception {
        CompletableFuture<IncomingRequest> asked = new CompletableFuture<>();
        session.willDoNext("INVITE", asked::complete);
        talk.agreeByUpdate(List.of(callers(0)), List.of(callees(0)));
        IncomingRequest reinvite = Hearing.soon(asked);
        CompletableFuture<String> pause = Control.pauseSoon(id);
        Rest.await(() -> Control.stateOf(id), "pausing"::equals);
        Hearing.assertQuiet(session);
        assertToldNothingElse(1);

        Hearing.agree(session, reinvite);
        assertThat(Hearing.soon(pause)).isEqualTo("PAUSED");
        assertToldNothingElse(2);
        assertThat(Control.resume(id)).isEqualTo("ACTIVE");
        Hearing.assertFlows(session);
    }

    @Test
    void aRecorderThatAnswers491IsToldAgain() {
        session.willRefuseNext("INVITE", 491);
        hold();
        Sdp first = told(2);
        Sdp second = told(3);

        assertThat(second).isEqualTo(first);
        session.line(2).staysQuiet(A_WHILE);
        assertThat(session.line(2).staysQuiet(A_WHILE)).isTrue();
        assertToldNothingElse(2);
    }

    @Test
    @Requirement("ERR-15")
    void aRecorderThatRefusesGetsWhatItGotBefore() {
        session.willRefuseNext("INVITE", 488);
        hold();
        told(2);

        Hearing.assertFlows(session);
        assertToldNothingElse(1);
        assertThat(Control.stateOf(id)).isEqualTo("active");
        goOn();
        assertThat(told(3).version()).isEqualTo(told(1).version() + 2);
    }
}
