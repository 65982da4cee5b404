package org.siprecservlet.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestUsersTest {

    private static final String MD5 = "939e7578ed9e3c518a452acee763bce9";
    private static final String SHA = MD5 + MD5;

    @Test
    void readsBothKindsOfHash() throws MalformedUsersException {
        DigestUsers users =
                DigestUsers.read(List.of("# recorders", "", "a:r:" + MD5, "a:r:" + SHA.toUpperCase(Locale.ROOT)));
        assertThat(users.realm()).isEqualTo("r");
        assertThat(users.algorithms()).containsExactly(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
        assertThat(users.hash("a", DigestAlgorithm.MD5)).contains(MD5);
        assertThat(users.hash("a", DigestAlgorithm.SHA_256)).contains(SHA);
        assertThat(users.hash("b", DigestAlgorithm.MD5)).isEmpty();
    }

    @Test
    void challengesOnlyWithWhatSomebodyHas() throws MalformedUsersException {
        assertThat(DigestUsers.read(List.of("a:r:" + MD5)).algorithms()).containsExactly(DigestAlgorithm.MD5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:r | is not name:realm:hash",
                "a:r:x:y | is not name:realm:hash",
                "a b:r:HASH | has a name that is not",
                "a:\":HASH | has a realm that is not",
                "a::HASH | has a realm that is not",
                "a:r:secret | has a hash that is neither"
            })
    void saysWhatIsWrongAndNeverTheHash(String line, String fault) {
        MalformedUsersException wrong = wrong(line.replace("HASH", MD5));
        assertThat(wrong.faults()).hasSize(1);
        assertThat(wrong.getMessage()).startsWith("line 1 " + fault).doesNotContain("secret", MD5);
    }

    @Test
    void wantsOneRealmAndEachHashOnce() {
        assertThat(wrong("a:r:" + MD5, "b:s:" + MD5, "a:r:" + MD5).faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("line 2 has another realm"))
                .anyMatch(fault -> fault.startsWith("line 3 names a user that an earlier line has"));
    }

    @Test
    void wantsSomebody() {
        assertThat(wrong("# nobody").faults()).containsExactly("the file names nobody");
    }

    private static MalformedUsersException wrong(String... lines) {
        return catchThrowableOfType(MalformedUsersException.class, () -> DigestUsers.read(List.of(lines)));
    }
}
