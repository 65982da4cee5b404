package org.siprecservlet.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private final MovableClock clock = new MovableClock();
    private final Logins logins = new Logins(users(), clock, new byte[32]);

    private static java.util.Map<String, User> users() {
        try {
            return UserLines.read(List.of("alice:" + Hashes.CORRECT_HORSE + ":recording:read"));
        } catch (MalformedUsersException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void knowsAUserByThePassword() throws Exception {
        assertThat(login("alice", "correct horse")).contains(new Caller("alice", Set.of(Role.READ)));
    }

    @Test
    void remembersWhatIsRightAndWhatIsWrong() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(login("alice", "wrong")).isEmpty();
            assertThat(login("alice", "correct horse")).isPresent();
        }
    }

    @Test
    void doesNotTakeTheNameOfOneForThePasswordOfAnother() throws Exception {
        assertThat(login("alice", "correct horse")).isPresent();
        assertThat(login("alice:correct", "horse")).isEmpty();
        assertThat(login("bob", "correct horse")).isEmpty();
    }

    @Test
    void checksAgainAfterAWhile() throws Exception {
        assertThat(login("alice", "correct horse")).isPresent();
        clock.pass(Duration.ofMinutes(6));

        assertThat(login("alice", "correct horse")).isPresent();
        assertThat(logins.checks()).isEqualTo(2);
    }

    @Test
    void checksAPasswordOnceForMany() throws Exception {
        for (int i = 0; i < 5; i++) {
            login("alice", "correct horse");
            login("alice", "wrong");
        }

        assertThat(logins.checks()).isEqualTo(2);
    }

    private Optional<Caller> login(String name, String password) throws Logins.Busy {
        return logins.login(new BasicCredentials(name, password));
    }
}
