package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.annotation.WebServlet;
import javax.ws.rs.ApplicationPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.recording.EndReason;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.RecordingNotice;
import org.siprecservlet.recording.RecordingState;
import org.siprecservlet.rest.events.EventNames;
import org.siprecservlet.rest.events.EventsServlet;
import org.siprecservlet.selection.Strategy;

/** Holds openapi.yaml and the code together. */
class OpenApiTest {

    private static final Pattern CODE_IN_TABLE = Pattern.compile("(?m)^\\| [45]\\d\\d \\| `([a-z-]+)` \\|");

    private final OpenApi document = OpenApi.read();

    @Test
    void describesEachOperationWithItsParametersAndNoOther() {
        Map<String, Set<String>> operations = new HashMap<>(JaxRs.operations());
        operations.put("GET /events", Set.of("Last-Event-ID"));

        assertThat(document.operations()).isEqualTo(operations);
    }

    @Test
    void saysWhereThePathsBegin() {
        String root =
                "/siprec/" + Api.class.getAnnotation(ApplicationPath.class).value() + "/v1";

        assertThat(document.base()).isEqualTo(root);
        assertThat("/siprec"
                        + EventsServlet.class.getAnnotation(WebServlet.class).urlPatterns()[0])
                .isEqualTo(root + "/events");
    }

    @Test
    void hasASchemaForEachRecordThatIsWrittenOrRead() throws IOException, URISyntaxException {
        assertThat(records()).hasSizeGreaterThan(10);
        assertThat(document.schemas().keySet())
                .containsAll(records().stream().map(OpenApiTest::schema).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void describesEachFieldAndNoOther(Class<?> type) {
        assertThat(document.properties(schema(type)))
                .containsExactlyElementsOf(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void requiresWhatIsNeverMissing(Class<?> type) {
        JsonNode least = LeastJson.of(type);

        assertThat(document.required(schema(type))).containsExactlyElementsOf(least::fieldNames);
    }

    /** The records that become JSON or are made of it. */
    static List<Class<?>> records() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Api.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("org/siprecservlet/rest"))) {
            return files.map(file -> classes.relativize(file).toString().replace(File.separatorChar, '.'))
                    .filter(file -> file.endsWith("Json.class") || file.endsWith(".Problem.class"))
                    .<Class<?>>map(file -> type(file.substring(0, file.length() - ".class".length())))
                    .filter(Class::isRecord)
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String schema(Class<?> type) {
        return type.getSimpleName().replaceFirst("Json$", "");
    }

    @Test
    void hasTheWordsOfTheCode() {
        assertThat(document.words("RecordingState")).isEqualTo(Words.all(RecordingState.class));
        assertThat(document.words("EndReason")).isEqualTo(Words.all(EndReason.class));
        assertThat(document.words("Side")).isEqualTo(Words.all(Side.class));
        assertThat(document.words("Measure")).isEqualTo(Words.all(CopyCount.Measure.class));
        assertThat(document.words("CallState")).isEqualTo(Words.all(CallView.State.class));
        assertThat(document.words("Strategy")).isEqualTo(Words.all(Strategy.class));
        assertThat(document.words("MessageMethod")).hasSameElementsAs(InDialogRequest.METHODS);
        assertThat(document.words("EventName"))
                .containsExactlyElementsOf(Stream.of(RecordingNotice.class.getPermittedSubclasses())
                        .map(EventNames::of)
                        .toList());
    }

    @Test
    void hasEachCodeOfAnErrorAndNoOther() {
        assertThat(document.codes()).containsExactlyElementsOf(new TreeSet<>(ProblemCodes.all()));
    }

    @Test
    void hasTheCodesOfTheDocumentation() throws IOException {
        List<String> documented = CODE_IN_TABLE
                .matcher(Files.readString(Path.of("docs/rest.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(document.codes()).containsExactlyInAnyOrderElementsOf(documented);
    }
}
