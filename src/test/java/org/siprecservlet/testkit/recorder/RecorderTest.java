package org.siprecservlet.testkit.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;
import static org.siprecservlet.testkit.sip.Edit.header;
import static org.siprecservlet.testkit.sip.Edit.multipart;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.siprecservlet.testkit.rtp.MediaPort;
import org.siprecservlet.testkit.rtp.RtpSender;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.BodyPart;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.PendingRequest;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.Transport;
import org.siprecservlet.testkit.sip.UserAgent;

class RecorderTest {

    private static final String METADATA = "<recording xmlns='urn:ietf:params:xml:ns:recording:1'/>";

    private final Trace trace = new Trace();
    private final UserAgent client = UserAgent.start("client", trace).withContactParameters(";+sip.src");
    private final Recorder recorder = Recorder.start("recorder", trace);
    private final MediaPort media = MediaPort.open("127.0.0.1");

    @AfterEach
    void close() {
        media.close();
        client.close();
        recorder.close();
    }

    private String twoStreams() {
        MediaLine line = audio(media.port(), 0, 8, 101).sendonly();
        return Sdp.offer("127.0.0.1", line.labelled("a"), line.labelled("b"));
    }

    private Edit siprecBody() {
        return multipart(
                BodyPart.of("application/sdp", "", twoStreams()),
                BodyPart.of("application/rs-metadata+xml", "recording-session", METADATA));
    }

    private ClientCall invite() {
        return client.invite(recorder.uri(), header("Require", "siprec"), siprecBody());
    }

    private SipMessage answerTo(ClientCall call) {
        SipMessage answer = call.awaitResponse(200);
        call.ack();
        return answer;
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void recordsASession(Transport transport) {
        client.over(transport);
        ClientCall call = invite();
        SipMessage ok = answerTo(call);
        RecordedSession session = recorder.awaitSession();
        Sdp answer = Sdp.parse(ok.sdp());
        RtpSender sender = media.send(answer.destination(2), 0, () -> new byte[160]);
        session.stream("b").awaitPackets(2);
        sender.close();
        PendingRequest bye = call.dialog().bye();
        session.awaitEnd();

        assertThat(ok.contact().orElseThrow().parameter("+sip.srs")).contains("");
        assertThat(answer.direction(1)).isEqualTo("recvonly");
        assertThat(answer.line(1).formats()).containsExactly("0", "8", "101");
        assertThat(answer.line(1).label()).contains("a");
        assertThat(session.offerSdp()).isEqualTo(twoStreams());
        assertThat(session.metadata()).isEqualTo(METADATA.getBytes(UTF_8));
        assertThat(session.stream("a").packets()).isEmpty();
        assertThat(session.awaitAck().method()).isEqualTo("ACK");
        assertThat(bye.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void refusesAnOrdinaryCall() {
        ClientCall call = client.invite(recorder.uri(), twoStreams());

        assertThat(call.awaitFinal().status()).isEqualTo(421);
    }

    @Test
    void refusesOneSessionWhenToldTo() {
        recorder.willRefuse(503, header("Retry-After", "30"));

        SipMessage refusal = invite().awaitFinal();

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.header("Retry-After")).contains("30");
        assertThat(invite().awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void rejectsOneLine() {
        recorder.willRejectLine(2);

        Sdp answer = Sdp.parse(answerTo(invite()).sdp());

        assertThat(answer.line(1).port()).isPositive();
        assertThat(answer.line(2).port()).isZero();
    }

    @Test
    void answersWithFewerOrMoreLines() {
        recorder.willAcceptWithLines(1).willAcceptWithLines(3);

        assertThat(Sdp.parse(answerTo(invite()).sdp()).media()).hasSize(1);
        assertThat(Sdp.parse(answerTo(invite()).sdp()).media()).hasSize(3);
    }

    @Test
    void answersWithFewerCodecs() {
        recorder.willAcceptOnly(8);

        MediaLine line = Sdp.parse(answerTo(invite()).sdp()).line(1);

        assertThat(line.formats()).containsExactly("8");
        assertThat(line.attribute("rtpmap")).contains("8 PCMA/8000");
    }

    @Test
    void answersWithOddBodies() {
        recorder.willAcceptWithoutSdp()
                .willAcceptMultipart()
                .willAcceptWithBrokenSdp()
                .willAcceptInactive();

        assertThat(answerTo(invite()).body()).isEmpty();
        SipMessage multipart = answerTo(invite());
        assertThat(multipart.parts()).hasSize(2);
        assertThat(multipart.sdp()).contains("a=recvonly");
        assertThat(answerTo(invite()).sdp()).contains("many");
        assertThat(Sdp.parse(answerTo(invite()).sdp()).direction(1)).isEqualTo("inactive");
    }

    @Test
    void answersTwiceLikeAFork() {
        recorder.willAcceptTwice();
        ClientCall call = invite();

        SipMessage first = call.awaitFinal();
        call.ack(first);
        SipMessage second = call.awaitFinal();
        call.ack(second);
        PendingRequest bye = call.dialog(second).bye();

        assertThat(bye.awaitFinal().status()).isEqualTo(200);
        assertThat(recorder.awaitSession().ended()).isFalse();
    }

    @Test
    void hangsUpAfterTheAck() {
        recorder.willAcceptThenHangUp();
        ClientCall call = invite();
        answerTo(call);

        assertThat(call.dialog().awaitBye().method()).isEqualTo("BYE");
    }

    @Test
    void answersLate() {
        recorder.willAcceptAfter(Duration.ofMillis(30));
        ClientCall call = invite();

        call.awaitResponse(100);

        assertThat(call.awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void isCancelledWhileItRings() {
        recorder.willOnlyRing();
        ClientCall call = invite();
        RecordedSession session = recorder.awaitSession();
        call.awaitResponse(180);

        call.cancel().awaitFinal();

        assertThat(call.awaitFinal().status()).isEqualTo(487);
        session.awaitCancel();
        assertThat(session.cancelled()).isTrue();
    }

    @Test
    void staysSilent() {
        recorder.willStaySilent();
        ClientCall call = invite();
        recorder.awaitSession();

        assertThat(call.responses()).isEmpty();
    }

    @Test
    void answersChangesAndKeepsTheirMetadata() {
        ClientCall call = invite();
        Sdp first = Sdp.parse(answerTo(call).sdp());
        RecordedSession session = recorder.awaitSession();

        ClientCall change = call.dialog().reinvite(siprecBody());
        Sdp second = Sdp.parse(answerTo(change).sdp());
        PendingRequest update =
                call.dialog().request("UPDATE", Edit.body("application/rs-metadata+xml", "<recording/>"));

        assertThat(second).isEqualTo(first);
        assertThat(update.awaitFinal().body()).isEmpty();
        assertThat(session.awaitMetadata(3)).element(2).isEqualTo("<recording/>".getBytes(UTF_8));
    }

    @Test
    void refusesTheNextChangeWhenToldTo() {
        ClientCall call = invite();
        answerTo(call);
        recorder.awaitSession().willRefuseNext("INVITE", 491);

        assertThat(call.dialog().reinvite(siprecBody()).awaitFinal().status()).isEqualTo(491);
        assertThat(call.dialog().reinvite(siprecBody()).awaitFinal().status()).isEqualTo(200);
    }

    @Test
    void changesTheSessionOfItsOwn() {
        ClientCall call = invite();
        answerTo(call);
        RecordedSession session = recorder.awaitSession();

        ClientCall pause =
                session.reoffer(lines -> lines.stream().map(MediaLine::inactive).toList());
        IncomingCall atClient = call.dialog().awaitReinvite();
        atClient.answer(twoStreams());
        pause.awaitResponse(200);
        pause.ack();
        PendingRequest snapshot = session.requestSnapshot("lost it");
        var update = call.dialog().awaitRequest("UPDATE");
        update.respond(200);

        assertThat(Sdp.parse(atClient.offer()).direction(2)).isEqualTo("inactive");
        assertThat(Sdp.parse(atClient.offer()).version()).isEqualTo(2);
        assertThat(update.request().bodyText()).contains("<requestsnapshot", "lost it");
        assertThat(snapshot.awaitFinal().status()).isEqualTo(200);
    }
}
