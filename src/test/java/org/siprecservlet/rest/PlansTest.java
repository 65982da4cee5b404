package org.siprecservlet.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.selection.ServerGroup;
import org.siprecservlet.selection.Strategy;

class PlansTest {

    private static final SrsUri STANDARD = new SrsUri("sip:standard.example");
    private static final SrsUri ARCHIVE = new SrsUri("sip:archive.example");
    private static final ServerGroup.Terms TERMS =
            new ServerGroup.Terms(ServerGroup.Terms.NO_CODE, Duration.ofSeconds(4));
    private static final ServerGroup GROUP = new ServerGroup("archive", List.of(ARCHIVE), Strategy.HUNT, TERMS);

    @Test
    void whoSaysNothingOfServersGetsThoseForAllCalls() {
        RecordingPlan plan = plan("{}");

        assertThat(target(plan)).isEqualTo("sip:standard.example");
        assertThat(plan.instance()).isEqualTo("default");
    }

    @Test
    void aGroupOrServersOfTheConfigurationCanBeNamed() {
        assertThat(target(plan("{'serverGroup': 'archive'}"))).isEqualTo("sip:archive.example");
        assertThat(target(plan("{'servers': ['sip:archive.example', 'sip:standard.example']}")))
                .isEqualTo("sip:archive.example");
    }

    @Test
    void everyOtherFieldComesIntoThePlan() {
        RecordingPlan plan = plan("{'instance': 'one', 'group': 'g', 'caller': '<nameID aor=\\'sip:a@b\\'/>',"
                + " 'callee': '<nameID aor=\\'sip:c@d\\'/>', 'media': '192.0.2.1', 'headers': 'X-A: 1', 'socket': 'h:5060',"
                + " 'fromUri': 'sip:from', 'toUri': 'sip:to', 'groupExtension': '<g/>', 'sessionExtension': '<s/>'}");

        assertThat(plan.instance()).isEqualTo("one");
        assertThat(plan.details()).hasNoNullFieldsOrProperties();
        assertThat(plan.details().headers()).hasSize(1);
        assertThat(plan.details().groupExtension()).hasSize(1);
        assertThat(plan.details().sessionExtension()).hasSize(1);
        assertThat(plan.details().fromUri()).isEqualTo("sip:from");
        assertThat(plan.details().toUri()).isEqualTo("sip:to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'serverGroup': 'nobody'} | 400 | bad-field | serverGroup",
                "{'serverGroup': 'archive', 'servers': ['sip:archive.example']} | 400 | bad-field | servers",
                "{'servers': []} | 400 | bad-field | servers",
                "{'servers': ['sip:archive.example', 'x']} | 400 | bad-field | servers[1]",
                "{'servers': [null]} | 400 | bad-field | servers[0]",
                "{'servers': ['sip:archive.example;lr']} | 403 | server-not-configured | servers",
                "{'instance': 'a b'} | 400 | bad-field | instance",
                "{'media': 'here'} | 400 | bad-field | media",
            })
    void whatCanNotBeMetNamesTheField(String body, int status, String code, String field) {
        Problem problem = problem(new Plans(catalog(List.of(STANDARD)), settings(false)), body);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo(field);
    }

    @Test
    void anyServerIsTakenWhenASettingAllowsIt() {
        Plans plans = new Plans(catalog(List.of()), settings(true));

        assertThat(target(plans.plan(read("{'servers': ['sip:somewhere.example']}"))))
                .isEqualTo("sip:somewhere.example");
    }

    @Test
    void thereHasToBeAServer() {
        Problem problem = problem(new Plans(catalog(List.of()), settings(true)), "{}");

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("no-server");
    }

    private static ServerCatalog catalog(List<SrsUri> standard) {
        return new ServerCatalog(List.of(GROUP), standard, TERMS, Clock.systemUTC());
    }

    private static ControlSettings settings(boolean anyServer) {
        return new ControlSettings(anyServer, Duration.ofSeconds(1), Runnable::run);
    }

    private static RecordingPlan plan(String body) {
        return new Plans(catalog(List.of(STANDARD)), settings(false)).plan(read(body));
    }

    private static Problem problem(Plans plans, String body) {
        return catchThrowableOfType(ProblemException.class, () -> plans.plan(read(body)))
                .problem();
    }

    private static String target(RecordingPlan plan) {
        return plan.search().begin(0).target().value();
    }

    /** Reads JSON in which apostrophes stand for quotation marks, and escaped ones for themselves. */
    private static StartJson read(String body) {
        String json = body.replace("\\'", "\0").replace('\'', '"').replace('\0', '\'');
        try {
            return JsonBody.read(
                    "application/json",
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                    StartJson.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
