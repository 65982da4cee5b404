package org.siprecservlet.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFileTest {

    private static final String ALICE = "alice:" + Hashes.CORRECT_HORSE + ":recording:read\n";
    private static final String BOB = "bob:" + Hashes.CORRECT_HORSE + ":recording:read\n";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private Path file;
    private int writes;

    @BeforeEach
    void writeAlice() throws IOException {
        file = folder.resolve("users");
        write(ALICE);
    }

    @Test
    void noticesAfterAFewSecondsThatTheFileHasChanged() throws Exception {
        UsersFile users = open();
        write(BOB);

        assertThat(knows(users, "alice")).isTrue();
        clock.pass(Duration.ofSeconds(6));
        assertThat(knows(users, "alice")).isFalse();
        assertThat(knows(users, "bob")).isTrue();
    }

    @Test
    void keepsItsUsersWhenTheFileCanNotBeUsedAnyMore() throws Exception {
        UsersFile users = open();
        write("nonsense");
        clock.pass(Duration.ofSeconds(6));
        assertThat(knows(users, "alice")).isTrue();
        Files.delete(file);
        clock.pass(Duration.ofSeconds(6));

        assertThat(knows(users, "alice")).isTrue();
    }

    @Test
    void checksNoPasswordAgainAsLongAsNothingHasChanged() throws Exception {
        UsersFile users = open();
        Logins before = users.logins();
        clock.pass(Duration.ofSeconds(6));

        assertThat(users.logins()).isSameAs(before);
    }

    @Test
    void isNotOpenedWithoutAFile() throws IOException {
        Files.delete(file);

        assertThatThrownBy(this::open)
                .isInstanceOf(MalformedUsersException.class)
                .hasMessage("the file is not there or can not be read");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(UsersFile.faultsIn(file.toString())).isEmpty();
        assertThat(UsersFile.faultsIn(folder.resolve("none").toString()))
                .containsExactly("the file is not there or can not be read");
        assertThat(UsersFile.faultsIn("a\0b")).containsExactly("this is not a path");
        write(ALICE + ALICE);
        assertThat(UsersFile.faultsIn(file.toString())).containsExactly("line 2 names a user that an earlier line has");
    }

    private UsersFile open() throws MalformedUsersException {
        return new UsersFile(file, clock, new byte[32]);
    }

    /** Each time as if some seconds after the time before: a file system may not count less. */
    private void write(String lines) throws IOException {
        Files.writeString(file, lines);
        writes++;
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().plusSeconds(10L * writes)));
    }

    private static boolean knows(UsersFile users, String name) throws Logins.Busy {
        return users.logins().login(new BasicCredentials(name, "correct horse")).isPresent();
    }
}
