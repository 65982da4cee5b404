package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.siprecservlet.recording.RecordingViews;

/** The JSON that goes out, and that docs/rest.md shows. */
class JsonShapeTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");

    @Test
    void showsAnActiveRecordingAsTheDocumentationDoes() throws IOException {
        assertThat(JsonProvider.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(1)))
                .isEqualTo(
                        JsonProvider.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(example(1)));
    }

    @Test
    void showsAFailedRecordingAsTheDocumentationDoes() throws IOException {
        assertThat(json(2)).isEqualTo(example(2));
    }

    @Test
    void showsASilentRecordingAsTheDocumentationDoes() throws IOException {
        JsonNode silent = JsonProvider.mapper()
                .readTree(JsonProvider.mapper().writeValueAsString(RecordingJson.of(RecordingViews.silent("r", "c"))));

        assertThat(silent.get("silence")).isEqualTo(example(3).get("silence"));
        assertThat(silent.get("streams").get(0).get("rtp"))
                .isEqualTo(example(3).get("streams").get(0).get("rtp"));
    }

    @Test
    void showsAListAsAnObject() throws IOException {
        JsonNode list = JsonProvider.mapper()
                .valueToTree(new RecordingsJson(List.of(RecordingJson.of(RecordingViews.starting("r", "c"))), null));

        assertThat(list.path("recordings")).hasSize(1);
    }

    @Test
    void leavesOutWhatIsNotKnown() throws JsonProcessingException {
        JsonNode starting = JsonProvider.mapper().valueToTree(RecordingJson.of(RecordingViews.starting("r", "c")));

        assertThat(starting.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "callId",
                        "calleeCallId",
                        "sessionId",
                        "instance",
                        "state",
                        "participants",
                        "streams",
                        "createdAt");
    }

    @Test
    void showsAProblemAsTheDocumentationDoes() throws IOException {
        assertThat(JsonProvider.mapper()
                        .<JsonNode>valueToTree(Problem.badParameter("limit", "a number from 1 to 1000")))
                .isEqualTo(example(7));
    }

    private static JsonNode json(int example) {
        return JsonProvider.mapper()
                .valueToTree(RecordingJson.of(
                        example == 1
                                ? RecordingViews.active("4b8ac5d1", "a84b4c76e66710@192.0.2.1")
                                : RecordingViews.refused("9d0e27f3", "b1@192.0.2.1")));
    }

    /** One of the examples in docs/rest.md, counted from 0. */
    private static JsonNode example(int number) throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("docs/rest.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        return JsonProvider.mapper().readTree(examples.get(number));
    }
}
