package org.siprecservlet.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserLinesTest {

    private static final String HASH = Hashes.CORRECT_HORSE;

    @Test
    void readsNamesAndRoles() throws MalformedUsersException {
        Map<String, User> users = UserLines.read(List.of(
                "# who looks",
                "monitor:" + HASH + ":recording:read",
                "",
                "  alice : " + HASH + " : recording:read , recording:control "));

        assertThat(users).containsOnlyKeys("monitor", "alice");
        assertThat(users.get("monitor").roles()).containsExactly(Role.READ);
        assertThat(users.get("alice").caller()).isEqualTo(new Caller("alice", java.util.Set.of(Role.values())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alice | line 2 is not name:hash:roles",
                "alice:HASH | line 2 is not name:hash:roles",
                ":HASH:recording:read | line 2 is not name:hash:roles",
                "alice:secret:recording:read | line 2 has no hash of the form",
                "alice:HASH: | line 2 has a role that is neither recording:read nor recording:control",
                "alice:HASH:admin | line 2 has a role that is neither recording:read nor recording:control",
                "bob:HASH:recording:read | line 2 names a user that an earlier line has",
            })
    void namesTheLineThatIsWrong(String line, String fault) {
        assertThat(faults("bob:" + HASH + ":recording:read", line.replace("HASH", HASH)))
                .singleElement()
                .asString()
                .startsWith(fault);
    }

    @Test
    void namesAllFaultsAndNoSecret() {
        assertThat(faults("a:secret:recording:read", "b")).hasSize(2).noneMatch(fault -> fault.contains("secret"));
    }

    private static List<String> faults(String... lines) {
        return catchThrowableOfType(MalformedUsersException.class, () -> UserLines.read(List.of(lines)))
                .faults();
    }
}
