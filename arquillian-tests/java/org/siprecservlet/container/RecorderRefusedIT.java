package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.container.BeginningRecorders.ARCHIVE;
import static org.siprecservlet.container.BeginningRecorders.address;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.BegunSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.DigestLogin;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;

/** Recorders that call and are not let in, or can not have what they want; the call never knows. */
@ContainerTest
class RecorderRefusedIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return BeginningRecorders.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private BegunSession call(Talk talk) {
        return stage.recorder.begin(address(talk.callId()));
    }

    @Test
    @Requirement("SRI-09")
    void aRecorderThatDoesNotSayWhoItIsIsAskedWithEachAlgorithm() {
        Talk talk = stage.call();
        List<String> challenges = call(talk).awaitChallenges();
        assertThat(challenges)
                .extracting(each -> DigestLogin.parameter(each, "algorithm"))
                .isEqualTo(Container.underTest().challenged());
        assertThat(challenges)
                .extracting(each -> DigestLogin.parameter(each, "realm"))
                .containsOnly("recorders");
        stage.assertUntouched(talk);
    }

    @Test
    @OnlyOn(value = Container.LIBERTY, because = "Restcomm can send one challenge, which is for the stronger algorithm")
    void md5IsTakenToo() {
        Talk talk = stage.call();
        BegunSession session = call(talk);
        String challenge = session.awaitChallenges().get(1);
        session.authenticate(ARCHIVE, challenge).accept().hangUp();
    }

    @Test
    @Requirement("SRI-09")
    void aWrongPasswordIsAskedAgainAndLoggedWithoutAHash() {
        ServerLog log = new ServerLog();
        Talk talk = stage.call();
        BegunSession session = call(talk).authenticate(new DigestLogin("archive", "wrong"));
        assertThat(session.awaitChallenges()).isNotEmpty();
        assertThat(log.saying("not let in")).hasSize(1);
        assertThat(log.saying(ARCHIVE.line("recorders", "SHA-256").split(":")[2]))
                .isEmpty();
        assertThat(Rest.recordings(talk.callId())).isEmpty();
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement("SRI-09")
    void whatWasHeardOnTheWireIsOfNoUseAgain() {
        Talk talk = stage.call();
        BegunSession session = call(talk);
        String challenge = session.awaitChallenges().get(0);
        session.authenticate(ARCHIVE, challenge).accept().hangUp();
        BegunSession second = call(talk);
        second.awaitChallenges();
        second.authenticate(ARCHIVE, challenge);
        assertThat(DigestLogin.parameter(second.awaitChallenges().get(0), "stale"))
                .isEqualTo("true");
    }

    @Test
    void aCallThatIsNotThereIsNotFound() {
        BegunSession session = stage.recorder.begin(address("no such call")).authenticate(ARCHIVE);
        assertThat(session.call().awaitResponse(404).header("Warning").orElse(""))
                .contains("No call of this server");
    }

    @Test
    void theSameRecorderRecordsACallOnce() {
        Talk talk = stage.call();
        BegunSession session = call(talk).authenticate(ARCHIVE).accept();
        call(talk).authenticate(ARCHIVE).call().awaitResponse(486);
        session.hangUp();
    }

    @Test
    @Requirement("SRI-08")
    void anOfferOfTheRecorderIsNotTaken() {
        Talk talk = stage.call();
        Edit offer = Edit.sdp(Sdp.offer(Server.HOST, audio(40000, 0).direction("recvonly")));
        call(talk).authenticate(ARCHIVE, offer).call().awaitResponse(488);
        stage.assertUntouched(talk);
    }

    @Test
    void aCallThatHasJustEndedIsNotFound() {
        Talk talk = stage.call();
        BegunSession session = call(talk);
        String challenge = session.awaitChallenges().get(0);
        talk.endByCaller();
        session.authenticate(ARCHIVE, challenge).call().awaitResponse(404);
    }

    @Test
    @Requirement({"SRI-07", "SEC-04"})
    void aCallWithEncryptedMediaAloneHasNothingForARecorder() {
        MediaLine encrypted = new MediaLine(
                "audio",
                40012,
                "RTP/SAVP",
                List.of("0"),
                "",
                List.of("crypto:1 AES_CM_128_HMAC_SHA1_80 inline:PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR"));
        ClientCall call = stage.alice.invite(stage.bob.uri(), Sdp.offer(Server.HOST, encrypted));
        IncomingCall in = stage.bob.awaitCall();
        in.answer(Sdp.answer(Server.HOST, encrypted.withPort(40014)));
        call.awaitResponse(200);
        call.ack();
        stage.recorder
                .begin(address(call.request().callId()))
                .authenticate(ARCHIVE)
                .call()
                .awaitResponse(480);
        call.dialog().bye();
        in.dialog().awaitBye();
    }

    @Test
    @Requirement("INI-09")
    void onlyBothMarksTogetherMakeARecorder() {
        Talk talk = stage.call();
        String address = address(talk.callId());
        ServerLog log = new ServerLog();
        stage.alice.invite(address, Edit.header("Require", "siprec")).awaitResponse(420);
        assertThat(log.saying("refused with 420: a recorder has to mark its Contact with +sip.srs"))
                .hasSize(1);
        Edit tag = m -> m.set("Contact", m.header("Contact").orElse("") + ";+sip.srs");
        assertThat(stage.alice.invite(stage.bob.uri(), tag).request().header("Require"))
                .isEmpty();
        stage.bob.awaitCall().respond(486);
    }
}
