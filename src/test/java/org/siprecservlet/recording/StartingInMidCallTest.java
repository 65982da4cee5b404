package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.conformance.Requirement;

/** What is told of a call whose recording begins long after its answer. */
class StartingInMidCallTest {

    @Test
    @Requirement("EVT-14")
    void theCallBeganBeforeItsRecording() throws Exception {
        Recorder recorder = new Recorder(new FakeRelay().atOnce());
        AnsweredCall call = recorder.answer("call-1");
        recorder.time.pass(Duration.ofSeconds(10));
        RecordingId id =
                recorder.service.start(call.id(), Recorder.plan("default")).id();

        assertThat(new String(recorder.service.lastMetadata(id).orElseThrow(), StandardCharsets.UTF_8))
                .containsSubsequence(
                        "<session ",
                        "<start-time>" + call.answeredAt(),
                        "<sessionrecordingassoc ",
                        "<associate-time>" + call.answeredAt().plusSeconds(10));
    }
}
