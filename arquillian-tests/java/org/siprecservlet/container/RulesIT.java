package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sip.Edit.header;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.Recorder;
import org.siprecservlet.testkit.sip.Edit;

/** Which calls are recorded, and where, as a file of rules says. */
@ContainerTest
class RulesIT {

    private static final int SECOND_PORT = FreePorts.block(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Stage stage = new Stage();
    private final Recorder second = stage.anotherRecorder("second", SECOND_PORT);

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                groups:
                  compliance:
                    servers: [{uri: "sip:second@127.0.0.1:%d"}]
                rules:
                  - name: not these
                    when: {header: {X-Record: "^no$"}, source: 127.0.0.0/8}
                    record: false
                  - name: kept for long
                    when: {header: {X-Record: both}}
                    instance: compliance
                    to: compliance
                    group: ${header.X-Record} of ${from.user}
                  - name: heard again soon
                    when: {caller: "^sip:alice@", header: {X-Record: both}}
                    group: to ${to.user}
                  - name: from somewhere else
                    when: {source: 192.0.2.0/24}
                    record: false
                  - when: {callee: nobody}
                    record: false
                """,
                SECOND_PORT);
        return Wars.siprecServlet(rules, Map.of("siprec.srs", Stage.RECORDER_URI));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static String group(RecordedSession session) {
        return Metadata.of(session).text("//*[local-name()='group']/*[local-name()='name']");
    }

    @Test
    void aCallThatNoRuleDecidesGoesToTheStandardRecorder() {
        stage.call();
        stage.recordedSession();
        assertThat(second.sessions()).isEmpty();
    }

    @Test
    void aRuleCanKeepACallFromBeingRecorded() {
        Talk talk = stage.call(header("X-Record", "no"));
        talk.assertBothAreHeard();
        talk.endByCaller();
        Rest.awaitNothingLeft();
        assertThat(Rest.recordings(talk.callId())).isEmpty();
        assertThat(stage.recorder.sessions()).isEmpty();
    }

    @Test
    @Requirement({"HAV-01", "HAV-02"})
    void twoRulesMakeTwoRecordingsThatKnowNothingOfEachOther() {
        Edit both = header("X-Record", "both");
        Talk talk = stage.call(both);
        RecordedSession one = stage.recordedSession();
        RecordedSession other = second.awaitSession(PATIENCE);
        Voice.assertHeard(Voice.ALICE, other.line(1).awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, other.line(2).awaitPackets(Voice.ENOUGH));

        assertThat(group(one)).isEqualTo("to bob");
        assertThat(group(other)).isEqualTo("both of alice");
        assertThat(one.invite().callId()).isNotEqualTo(other.invite().callId());
        assertThat(Rest.recordings(talk.callId()))
                .extracting(recording -> recording.get("instance").asText())
                .containsExactlyInAnyOrder("default", "compliance");

        other.hangUp();
        talk.assertBothAreHeard();
        one.line(1).awaitMore(Voice.ENOUGH);
        assertThat(one.ended()).isFalse();
        talk.endByCaller();
        one.awaitEnd();
    }

    @Test
    @Requirement("HAV-01")
    void oneRecordingThatFailsLeavesTheOtherAlone() {
        second.willRefuse(603);
        Talk talk = stage.call(header("X-Record", "both"));
        RecordedSession one = stage.recordedSession();
        second.awaitSession(PATIENCE);
        Voice.assertHeard(Voice.ALICE, one.line(1).awaitPackets(Voice.ENOUGH));
        talk.endByCaller();
        one.awaitEnd();
    }
}
