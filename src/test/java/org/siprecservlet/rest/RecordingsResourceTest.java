package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.recording.FakeRecordingService;
import org.siprecservlet.recording.RecordingViews;

class RecordingsResourceTest {

    private static final byte[] DOCUMENT = {'<', (byte) 0xC3, (byte) 0xA9, '/', '>'};

    private final RecordingsResource resource = new RecordingsResource(
            new FakeRecordingService(
                    List.of(
                            RecordingViews.starting("r3", "call-2"),
                            RecordingViews.active("r2", "call-2"),
                            RecordingViews.refused("r1", "call-1")),
                    Map.of("r2", DOCUMENT)),
            new Later(new ControlSettings(false, Duration.ofSeconds(2), Runnable::run)));

    @Test
    void listsAllTheNewestFirst() {
        assertThat(ids(null, null, "100")).containsExactly("r3", "r2", "r1");
    }

    @Test
    void listsThoseInOneState() {
        assertThat(ids("active", null, "100")).containsExactly("r2");
    }

    @Test
    void listsThoseOfOneCallByEitherCallId() {
        assertThat(ids(null, "call-2", "100")).containsExactly("r3", "r2");
        assertThat(ids(null, "call-1-b", "100")).containsExactly("r1");
    }

    @Test
    void listsThoseThatMeetEveryParameter() {
        assertThat(ids("failed", "call-2", "100")).isEmpty();
    }

    @Test
    void listsNoMoreThanAskedFor() {
        assertThat(ids(null, null, "2")).containsExactly("r3", "r2");
    }

    @Test
    void listsThoseAtOneServer() {
        assertThat(resource.list(null, null, "sip:srs.example.com", "100", null).recordings())
                .extracting(RecordingJson::id)
                .containsExactly("r2", "r1");
        assertThat(resource.list(null, null, "sip:srs.example", "100", null).recordings())
                .isEmpty();
    }

    @Test
    void saysWhereTheNextPageBegins() {
        RecordingsJson first = resource.list(null, null, null, "2", null);
        RecordingsJson second = resource.list(null, null, null, "2", first.next());

        assertThat(second.recordings()).extracting(RecordingJson::id).containsExactly("r1");
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "MjAzMA"})
    void refusesACursorThatItDidNotGive(String cursor) {
        assertThat(problem(() -> resource.list(null, null, null, "1", cursor)).detail())
                .isEqualTo("The parameter \"cursor\" has to be what an earlier answer gave as next.");
    }

    @Test
    void showsOne() {
        assertThat(((RecordingJson) answer("r1")).reason()).isEqualTo("srs-refused");
    }

    @Test
    void givesTheMetadataByteForByte() {
        assertThat(resource.metadata("r2")).isSameAs(DOCUMENT);
    }

    @Test
    void doesNotKnowAnUnknownRecording() {
        assertThat(((ProblemException) answer("x")).problem())
                .isEqualTo(new Problem(
                        "about:blank",
                        "Not Found",
                        404,
                        "There is no recording \"x\", or no longer.",
                        "recording-not-found",
                        null,
                        null));
    }

    @Test
    void doesNotKnowTheMetadataOfAnUnknownRecording() {
        assertThat(problem(() -> resource.metadata("x")).code()).isEqualTo("recording-not-found");
    }

    @Test
    void saysThatNoMetadataHasBeenSentYet() {
        Problem problem = problem(() -> resource.metadata("r3"));

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("no-metadata-yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACTIVE", "gone"})
    void refusesAStateThereIsNot(String state) {
        Problem problem = problem(() -> ids(state, null, "1"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("bad-parameter");
        assertThat(problem.detail())
                .isEqualTo(
                        "The parameter \"state\" has to be one of armed, starting, active, pausing, paused, resuming, stopping,"
                                + " stopped, failed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "99999999999", "ten", "\u0661"})
    void refusesALimitOutOfRange(String limit) {
        assertThat(problem(() -> ids(null, null, limit)).detail())
                .isEqualTo("The parameter \"limit\" has to be a number from 1 to 1000.");
    }

    private Object answer(String id) {
        Waiting request = new Waiting();
        resource.get(id, request);
        return request.answer;
    }

    private List<String> ids(String state, String callId, String limit) {
        return resource.list(state, callId, null, limit, null).recordings().stream()
                .map(RecordingJson::id)
                .toList();
    }

    private static Problem problem(ThrowingCallable request) {
        return catchThrowableOfType(ProblemException.class, request).problem();
    }
}
