package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.container.BeginningRecorders.ARCHIVE;
import static org.siprecservlet.container.BeginningRecorders.QUALITY;
import static org.siprecservlet.container.BeginningRecorders.address;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.BegunSession;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.SipMessage;

/** A recorder that calls to have a running call recorded. */
@ContainerTest
class RecorderBegunIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return BeginningRecorders.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private BegunSession begun(Talk talk) {
        return stage.recorder.begin(address(talk.callId())).authenticate(ARCHIVE);
    }

    @Test
    @Requirement({"SRI-01", "SRI-03", "SRI-04", "SRI-06", "INI-01"})
    void theAnswerBringsTheOfferAndTheWholeMetadata() {
        BegunSession session = begun(stage.call());
        SipMessage answer = session.awaitOffer();
        session.acknowledge();
        assertThat(answer.header("Contact").orElse("")).matches(".*>.*;\\+sip\\.src(;.*)?");
        assertThat(session.offer().media()).hasSize(2).allMatch(line -> line.ownDirection()
                .equals(Optional.of("sendonly")));
        assertThat(session.offer().media())
                .extracting(line -> line.label().orElse(""))
                .containsExactly("1", "2");
        assertThat(MetadataChecker.check(session.awaitMetadata(1).get(0), Set.of("1", "2")))
                .isEmpty();
    }

    @Test
    @Requirement({"SRI-05", "SRI-10"})
    void mediaFlowOnceTheAnswerHasComeUntilTheCallEnds() {
        Talk talk = stage.call();
        BegunSession session = begun(talk).accept();
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitMore(Voice.ENOUGH));
        talk.endByCaller();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("call-ended");
    }

    @Test
    @Requirement({"SRI-10", "TRM-02"})
    void aRecorderThatHangsUpEndsTheRecordingAndNotTheCall() {
        Talk talk = stage.call();
        BegunSession session = begun(talk).accept();
        JsonNode recording = Rest.awaitActive(talk.callId());
        assertThat(recording.get("instance").asText()).isEqualTo("archive");
        assertThat(recording.get("server").asText()).contains("recorder@");
        assertThat(recording.get("srsCallId").asText()).isEqualTo(session.callId());
        assertThat(session.hangUp().status()).isEqualTo(200);
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("srs-hung-up");
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement("SRI-10")
    void itIsPausedResumedAndStoppedAsAnyOther() {
        Talk talk = stage.call();
        BegunSession session = begun(talk).accept();
        String recording = Rest.RECORDINGS + "/"
                + Rest.awaitActive(talk.callId()).get("id").asText();
        assertThat(Rest.json(Rest.post(recording + "/pause", "")).get("state").asText())
                .isEqualTo("paused");
        assertThat(session.offer().media()).allMatch(line -> line.ownDirection().equals(Optional.of("inactive")));
        assertThat(Rest.json(Rest.post(recording + "/resume", "")).get("state").asText())
                .isEqualTo("active");
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        assertThat(Rest.post(recording + "/stop", "").statusCode()).isEqualTo(200);
        session.awaitEnd();
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement("SRI-05")
    void anAckWithoutAnAnswerEndsTheSession() {
        Talk talk = stage.call();
        BegunSession session = begun(talk);
        session.awaitOffer();
        session.call().ack();
        session.awaitEnd();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("srs-answer-unusable");
    }

    @Test
    void oneThatDoesNotAcknowledgeIsNotRecordedForAndEndedOnceItDoes() {
        Talk talk = stage.call();
        BegunSession session = begun(talk);
        session.awaitOffer();
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("srs-no-answer");
        session.acknowledge();
        session.awaitEnd();
        stage.assertUntouched(talk);
    }

    @Test
    @Requirement("HAV-01")
    void twoRecordersRecordTheSameCallAndKnowNothingOfEachOther() {
        Talk talk = stage.call();
        BegunSession first = begun(talk).accept();
        BegunSession second = stage.recorder
                .begin(address(talk.callId()))
                .authenticate(QUALITY)
                .accept();
        first.hangUp();
        Voice.assertHeard(Voice.BOB, second.line(2).awaitMore(Voice.ENOUGH));
        assertThat(Rest.recordings(talk.callId())).hasSize(2);
        second.hangUp();
    }

    @Test
    void aCallThatRingsIsRecordedOnceItIsAnswered() {
        Talk talk = stage.ringing();
        BegunSession session = begun(talk);
        Rest.await(
                () -> Rest.recordings(talk.callId()),
                found -> found.size() == 1 && found.get(0).get("state").asText().equals("armed"));
        talk.answer();
        session.accept();
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        session.hangUp();
    }

    @Test
    void aRecorderThatCancelsIsNotRecordedFor() {
        Talk talk = stage.ringing();
        ClientCall invite = begun(talk).call();
        invite.awaitResponse(100);
        Rest.await(() -> Rest.recordings(talk.callId()), found -> found.size() == 1);
        invite.cancel().awaitResponse(200);
        invite.awaitResponse(487);
        assertThat(Rest.awaitEnd(talk.callId()).get("reason").asText()).isEqualTo("stop-requested");
        talk.answer();
        stage.assertUntouched(talk);
    }
}
