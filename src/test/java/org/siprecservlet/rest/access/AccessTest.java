package org.siprecservlet.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final Optional<Caller> NOBODY = Optional.empty();
    private static final Optional<Caller> KNOWN = Optional.of(new Caller("carol", Set.of(Role.READ)));

    @TempDir
    private Path folder;

    @Test
    void letsAUserInWithTheRole() throws Exception {
        assertThat(withUsers().admit(Visits.get("authorization", basic("alice:correct horse")), NOBODY))
                .isEqualTo(new Caller("alice", Set.of(Role.READ)));
    }

    @Test
    void refusesAUserWithoutTheRole() throws Exception {
        AccessRefused refused =
                refused(withUsers(), Visits.post("authorization", basic("alice:correct horse")), NOBODY);

        assertThat(refused.problem().status()).isEqualTo(403);
        assertThat(refused.problem().code()).isEqualTo("role-missing");
        assertThat(refused.problem().detail()).isEqualTo("This needs the role recording:control.");
    }

    @Test
    void asksWhoIsThere() throws Exception {
        AccessRefused refused = refused(withUsers(), Visits.get(), NOBODY);

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.problem().code()).isEqualTo("not-authenticated");
        assertThat(refused.headers())
                .containsExactly(
                        new AccessRefused.Header("WWW-Authenticate", "Basic realm=\"siprec\", charset=\"UTF-8\""),
                        new AccessRefused.Header("WWW-Authenticate", "Bearer realm=\"siprec\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic YWxpY2U=", "Bearer x.y.z", "Digest username=alice", ""})
    void refusesOtherCredentials(String authorization) throws Exception {
        AccessRefused refused = refused(withUsers(), Visits.get("authorization", authorization), NOBODY);

        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.problem().code()).isEqualTo("bad-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice:wrong", "bob:correct horse", ":", "alice:"})
    void refusesWrongPasswordsAndUnknownNamesAlike(String credentials) throws Exception {
        assertThat(refused(withUsers(), Visits.get("authorization", basic(credentials)), NOBODY)
                        .problem()
                        .code())
                .isEqualTo("bad-credentials");
    }

    @Test
    void takesTheWordOfTheContainer() throws Exception {
        assertThat(Access.withTokens().admit(Visits.get("authorization", "Bearer x"), KNOWN))
                .isEqualTo(KNOWN.get());
        assertThat(refused(Access.withTokens(), Visits.post(), KNOWN).problem().code())
                .isEqualTo("role-missing");
    }

    @Test
    void refusesATokenThatTheContainerDidNotTake() {
        AccessRefused refused = refused(Access.withTokens(), Visits.get("authorization", "Bearer x"), NOBODY);

        assertThat(refused.problem().code()).isEqualTo("bad-credentials");
        assertThat(refused.headers())
                .extracting(AccessRefused.Header::value)
                .containsExactly("Bearer realm=\"siprec\"");
    }

    @Test
    void doesNotTrustThisMachineOnceThereAreUsers() throws Exception {
        assertThat(refused(withUsers(), Visits.get(), NOBODY).problem().status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site", "'cross-site, none'", "x"})
    void refusesWhatABrowserSendsForAnotherSite(String site) throws Exception {
        Visit visit = Visits.get("sec-fetch-site", site, "authorization", basic("alice:correct horse"));

        assertThat(refused(withUsers(), visit, NOBODY).problem().code()).isEqualTo("cross-site");
        assertThat(refused(Access.fromThisMachineOnly(), visit, NOBODY)
                        .problem()
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example.com", "http://localhost:3000", "null", "http://localhost:9080.evil.example.com"})
    void refusesWhatAnOlderBrowserSendsForAnotherSite(String origin) {
        assertThat(refused(Access.fromThisMachineOnly(), Visits.post("origin", origin), NOBODY)
                        .problem()
                        .code())
                .isEqualTo("cross-site");
    }

    @ParameterizedTest
    @CsvSource({"origin, http://localhost:9080", "sec-fetch-site, same-origin", "sec-fetch-site, none"})
    void letsABrowserInForItsOwnPages(String header, String value) throws AccessRefused {
        assertThat(Access.fromThisMachineOnly().admit(Visits.post(header, value), NOBODY))
                .isEqualTo(Caller.ON_THIS_MACHINE);
    }

    @ParameterizedTest
    @CsvSource({"GET,READ", "HEAD,READ", "OPTIONS,READ", "POST,CONTROL", "PUT,CONTROL", "DELETE,CONTROL", "x,CONTROL"})
    void needsARoleForEveryMethod(String method, Role role) {
        assertThat(Visits.from("127.0.0.1", method).needs()).isEqualTo(role);
    }

    private Access withUsers() throws IOException, MalformedUsersException {
        Path file = folder.resolve("users");
        Files.writeString(file, "alice:" + Hashes.CORRECT_HORSE + ":recording:read");
        return Access.withUsers(new UsersFile(file, new MovableClock(), new byte[32]), true);
    }

    private static AccessRefused refused(Access access, Visit visit, Optional<Caller> known) {
        return catchThrowableOfType(AccessRefused.class, () -> access.admit(visit, known));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
