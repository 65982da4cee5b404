package org.siprecservlet.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the REST interface once somebody has been named: users of a file, and bearers of tokens. */
@ContainerTest
class RestAuthIT {

    private static final String HASH =
            "{PBKDF2-SHA512}10000$c2FsdHNhbHRzYWx0c2FsdA==$AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE=";
    private static final String PASSWORD = "correct horse";
    private static final String TOKENS = "nobody on a Tomcat looks at tokens";
    private static final String PAUSE = Rest.RECORDINGS + "/none/pause";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of(
                "siprec.rest.users", users().toString(),
                "mp.jwt.verify.publickey", Token.publicKey(),
                "mp.jwt.verify.issuer", Token.ISSUER));
    }

    private static Path users() {
        try {
            Path file = Files.createTempFile("siprec", ".users");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "monitor:" + HASH + ":recording:read\noperator:" + HASH + ":recording:read,recording:control\n"
                            + newUser("newcomer", "recording:read"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line as the documentation tells to make one. */
    private static String newUser(String name, String roles) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program = new ProcessBuilder(java, "deploy/NewUser.java", name, roles).start();
        try (OutputStream input = program.getOutputStream()) {
            input.write((PASSWORD + "\n").getBytes(UTF_8));
        }
        return new String(program.getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void nobodyIsAnsweredWithoutAPasswordOrAToken() {
        HttpResponse<byte[]> answer = Rest.get(Rest.RECORDINGS);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactlyInAnyOrder("Basic realm=\"siprec\", charset=\"UTF-8\"", "Bearer realm=\"siprec\"");
        assertThat(code(answer)).isEqualTo("not-authenticated");
    }

    @Test
    void healthAndTheDescriptionOfTheInterfaceAreOpen() {
        assertThat(Rest.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor", "operator", "newcomer"})
    void aUserIsAnswered(String name) {
        assertThat(Rest.get(Rest.RECORDINGS, "Authorization", basic(name, PASSWORD))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor:wrong", "nobody:correct horse", "monitor:"})
    void aWrongPasswordIsRefused(String credentials) {
        String[] parts = credentials.split(":", 2);
        HttpResponse<byte[]> answer = Rest.get(Rest.RECORDINGS, "Authorization", basic(parts[0], parts[1]));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("bad-credentials");
    }

    @Test
    void aUserWithoutTheRoleIsRefused() {
        HttpResponse<byte[]> answer = Rest.post(PAUSE, "", "Authorization", basic("monitor", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("role-missing");
    }

    @Test
    void whoMayControlRecordingsReachesThem() {
        assertThat(code(Rest.post(PAUSE, "", "Authorization", basic("operator", PASSWORD))))
                .isEqualTo("recording-not-found");
    }

    @Test
    @OnlyOn(value = Container.LIBERTY, because = TOKENS)
    void aBearerWhoMayControlRecordingsReachesThem() {
        String bearer = "Bearer " + Token.of("erin", "recording:control");
        assertThat(code(Rest.post(PAUSE, "", "Authorization", bearer))).isEqualTo("recording-not-found");
        assertThat(code(Rest.get(Rest.RECORDINGS, "Authorization", bearer))).isEqualTo("role-missing");
    }

    @Test
    void whoAskedForAChangeIsInTheLogWithTheOutcomeAndNoSecret() {
        ServerLog log = new ServerLog();
        Rest.post(PAUSE, "", "Authorization", basic("operator", PASSWORD));
        Rest.post(PAUSE, "", "Authorization", basic("monitor", PASSWORD));
        Rest.post(PAUSE, "", "Authorization", basic("operator", "wrong"));
        String start = "from=127.0.0.1 path=\"" + PAUSE + "\" outcome=";
        assertThat(Rest.await(() -> log.saying("audit "), lines -> lines.size() >= 3))
                .hasSize(3)
                .anyMatch(line -> line.endsWith("audit who=\"operator\" " + start + "404 recording-not-found"))
                .anyMatch(line -> line.endsWith("audit who=\"monitor\" " + start + "403 role-missing"))
                .anyMatch(line -> line.endsWith("audit who=\"-\" " + start + "401 bad-credentials"))
                .noneMatch(line -> line.contains(PASSWORD));
    }

    @Test
    @OnlyOn(value = Container.LIBERTY, because = TOKENS)
    void aBearerWhoAskedForAChangeIsInTheLogWithoutTheToken() {
        ServerLog log = new ServerLog();
        String token = Token.of("erin \"e\"", "recording:control");
        Rest.post(PAUSE, "", "Authorization", "Bearer " + token);
        assertThat(Rest.await(() -> log.saying("audit "), lines -> !lines.isEmpty()))
                .singleElement()
                .asString()
                .endsWith(
                        "audit who=\"erin ?e?\" from=127.0.0.1 path=\"" + PAUSE + "\" outcome=404 recording-not-found")
                .doesNotContain(token);
    }

    @Test
    @OnlyOn(value = Container.LIBERTY, because = TOKENS)
    void aTokenIsTakenForTheRolesOfItsGroups() {
        String reader = "Bearer " + Token.of("carol", "recording:read", "others");
        assertThat(Rest.get(Rest.RECORDINGS, "Authorization", reader).statusCode())
                .isEqualTo(200);
        assertThat(code(Rest.post(PAUSE, "", "Authorization", reader))).isEqualTo("role-missing");
    }

    @Test
    @OnlyOn(value = Container.LIBERTY, because = TOKENS)
    void aTokenWithoutOurGroupsIsRefused() {
        HttpResponse<byte[]> answer =
                Rest.get(Rest.RECORDINGS, "Authorization", "Bearer " + Token.of("dave", "others"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("role-missing");
    }

    @Test
    void aTokenThatIsNotGoodIsRefused() {
        for (String token : new String[] {
            Token.expired("carol", "recording:read"),
            Token.ofAnotherIssuer("carol", "recording:read"),
            Token.forged("carol", "recording:read"),
            "nonsense"
        }) {
            HttpResponse<byte[]> answer = Rest.get(Rest.RECORDINGS, "Authorization", "Bearer " + token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(code(answer)).isEqualTo("bad-credentials");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/siprec/api/v1/recordings;a=b",
                "/siprec/api/v1;a=b/recordings",
                "/siprec/api;a=b/v1/recordings",
                "/siprec;a=b/api/v1/recordings",
                "/siprec//api/v1/recordings",
                "/siprec/./api/v1/recordings",
                "/siprec/x/../api/v1/recordings",
                "/siprec/api/v1/../v1/recordings",
                "/siprec/%61pi/v1/recordings",
                "/siprec/api%2Fv1/recordings",
                "/siprec/api/v1/events",
                "/siprec/api/v1/events;a=b",
                "/siprec/api/v2",
            })
    void noSpellingOfAPathGoesRoundTheCheck(String path) {
        assertThat(RawHttp.send("GET " + path + " HTTP/1.1", "Host: localhost"))
                .doesNotStartWith("HTTP/1.1 200")
                .doesNotContain("recordings\":");
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    private static String code(HttpResponse<byte[]> answer) {
        JsonNode problem = Rest.json(answer);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
        return problem.get("code").asText();
    }
}
