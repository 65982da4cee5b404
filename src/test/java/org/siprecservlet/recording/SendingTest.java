package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.Headers;

/** Requests that somebody has sent to the server within the recording session. */
class SendingTest {

    private static final InDialogRequest INFO = new InDialogRequest("INFO", Headers.NONE, Body.NONE);

    private final Recorder recorder = new Recorder(new FakeRelay().atOnce(), Recorder.ONE);

    private CompletionStage<ServerReply> send() {
        return recorder.service.send(recorder.only().id(), INFO);
    }

    private FakeSrs.Dialog accepted() {
        recorder.answer("call-1");
        recorder.srs.first().accept();
        return recorder.srs.first();
    }

    private static Headers header(String name, String value) {
        return Headers.of(Map.of(name, List.of(value)));
    }

    private static String wrong(String method, Headers headers, Body body) {
        return catchThrowableOfType(BadMessageException.class, () -> new InDialogRequest(method, headers, body))
                .field();
    }

    @Test
    void theServersAnswerIsTheResultWhateverItIs() {
        FakeSrs.Dialog dialog = accepted();
        CompletionStage<ServerReply> reply = send();
        assertThat(dialog.sent).containsExactly("ACK", "INFO");
        assertThat(reply).isNotCompleted();

        dialog.requested.get(0).accept(new ServerReply(415, "Unsupported Media Type"));
        assertThat(reply).isCompletedWithValue(new ServerReply(415, "Unsupported Media Type"));
        assertThat(recorder.only().state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(recorder.time.running()).isZero();
    }

    @Test
    void aServerThatDoesNotAnswerInTimeHasAnsweredSo() {
        accepted();
        CompletionStage<ServerReply> reply = send();
        recorder.time.pass(Recorder.ANSWER_TIMEOUT);

        assertThat(reply).isCompletedWithValueMatching(it -> it.status() == 408);
    }

    @Test
    void aServerThatDoesNotKnowTheSessionAnyMoreIsLost() {
        FakeSrs.Dialog dialog = accepted();
        CompletionStage<ServerReply> reply = send();
        dialog.requested.get(0).accept(new ServerReply(481, "No such dialog"));

        assertThat(reply).isCompletedWithValueMatching(it -> it.status() == 481);
        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }

    @Test
    void aServerThatNeverAnswersIsLost() {
        FakeSrs.Dialog dialog = accepted();
        send();
        dialog.requested.get(0).accept(new ServerReply(408, "Request Timeout"));

        assertThat(recorder.only().reason()).contains(EndReason.SRS_LOST);
    }

    @Test
    void nothingIsSentWithoutASession() {
        AnsweredCall call = recorder.answer("call-1");
        assertThat(Recorder.refusal(send()).reason()).isEqualTo(RecordingRefused.Reason.NOT_POSSIBLE_NOW);

        recorder.srs.first().accept();
        recorder.end(call);
        assertThat(Recorder.refusal(send()).reason()).isEqualTo(RecordingRefused.Reason.NOT_POSSIBLE_NOW);

        recorder.srs.first().finishBye();
        assertThat(Recorder.refusal(send()).reason()).isEqualTo(RecordingRefused.Reason.ALREADY_OVER);
    }

    @Test
    void canBeSentByCallAndInstance() {
        FakeSrs.Dialog dialog = accepted();
        recorder.service.send(recorder.only().callId(), "default", INFO);

        assertThat(dialog.sent).containsExactly("ACK", "INFO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "ACK", "BYE", "CANCEL", "PRACK", "UPDATE", "REFER", "SUBSCRIBE", "info", ""})
    void whatCouldDisturbTheSessionIsNotSent(String method) {
        assertThat(wrong(method, Headers.NONE, Body.NONE)).isEqualTo("method");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From",
                "t",
                "CALL-ID",
                "CSeq",
                "Via",
                "m",
                "Contact",
                "Route",
                "Record-Route",
                "l",
                "Content-Length",
                "Content-Type",
                "Max-Forwards",
                "two words",
                "",
                "X\r\nY",
                "X:"
            })
    void headersOfTheDialogAreNotSent(String name) {
        assertThat(wrong("INFO", header(name, "value"), Body.NONE)).isEqualTo("headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\rb", "a\0b"})
    void headersThatWouldBeTwoAreNotSent(String value) {
        assertThat(wrong("INFO", header("X-Note", value), Body.NONE)).isEqualTo("headers");
    }

    @Test
    void aBodyNeedsATypeAndHasALimit() {
        byte[] text = "text".getBytes(StandardCharsets.US_ASCII);
        assertThat(wrong("INFO", Headers.NONE, new Body("", text))).isEqualTo("contentType");
        assertThat(wrong("INFO", Headers.NONE, new Body("text/plain\r\nX: y", text)))
                .isEqualTo("contentType");
        assertThat(wrong("INFO", Headers.NONE, new Body("text/plain", new byte[InDialogRequest.LARGEST_BODY + 1])))
                .isEqualTo("body");
    }
}
