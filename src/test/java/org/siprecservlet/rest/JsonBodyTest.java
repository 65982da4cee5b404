package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    record Form(String name, List<String> items) {}

    @Test
    void readsWhatIsThere() throws IOException {
        assertThat(read("{\"name\": \"n\u00e9\", \"items\": [\"a\", \"b\"]}"))
                .isEqualTo(new Form("n\u00e9", List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"name\": null}"})
    void takesNothingForNothing(String body) throws IOException {
        assertThat(read(body)).isEqualTo(new Form(null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 1} | name | it has to be a text",
                "{'name': 1.5} | name | it has to be a text",
                "{'name': true} | name | it has to be a text",
                "{'name': {}} | name | it has to be a text",
                "{'name': []} | name | it has to be a text",
                "{'items': 'a'} | items | it has to be a list of texts",
                "{'items': {}} | items | it has to be a list of texts",
                "{'items': ['a', 2]} | items[1] | it has to be a text",
                "{'nmae': 'a'} | nmae | there is no such field",
            })
    void namesTheFieldThatIsWrong(String body, String field, String why) {
        Problem problem = problem(body.replace('\'', '"'));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("bad-field");
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.detail()).isEqualTo("The field \"" + field + "\" can not be used: " + why + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"name\": \"a\"",
                "{\"name\": \"a",
                "{\"name\": tru",
                "{\"name\": \"a\"} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"items\": [\"a\"",
                "{name: 1}"
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        Problem problem = problem(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("malformed-json");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThat(problem("{\"items\":" + "[".repeat(30_000)).status()).isEqualTo(400);
    }

    @Test
    void readsNoMoreThanItTakes() throws IOException {
        String start = "{\"name\": \"";
        String end = "\"}";
        String fits = "a".repeat(JsonBody.MOST_OCTETS - start.length() - end.length());

        assertThat(read(start + fits + end).name()).isEqualTo(fits);
        assertThat(problem(start + fits + "a" + end).code()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "application/json ;x=y"})
    void takesABodyThatIsSaidToBeJson(String contentType) throws IOException {
        assertThat(JsonBody.read(
                        contentType, new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), Form.class))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, {}", "text/plain, {}", "application/jsonp, {}", "application/x-www-form-urlencoded, ''"})
    void refusesABodyThatIsNotSaidToBeJson(String contentType, String body) {
        InputStream octets = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));

        assertThat(catchThrowableOfType(ProblemException.class, () -> JsonBody.read(contentType, octets, Form.class))
                        .problem()
                        .status())
                .isEqualTo(415);
    }

    private static Form read(String body) throws IOException {
        return JsonBody.read(
                "application/json", new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Form.class);
    }

    private static Problem problem(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(body)).problem();
    }
}
