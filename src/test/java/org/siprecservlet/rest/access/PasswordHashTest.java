package org.siprecservlet.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    @Test
    void knowsItsPasswordAndNoOther() {
        PasswordHash hash = PasswordHash.parse(Hashes.CORRECT_HORSE).orElseThrow();

        assertThat(hash.isOf("correct horse")).isTrue();
        assertThat(hash.isOf("correct horse ")).isFalse();
        assertThat(hash.isOf("")).isFalse();
    }

    @Test
    void takesAPasswordForItsUtf8() {
        assertThat(PasswordHash.parse(Hashes.UMLAUTS).orElseThrow().isOf("p\u00e4ssw\u00f6rd"))
                .isTrue();
    }

    @Test
    void canAlsoTellTheEmptyPassword() {
        assertThat(PasswordHash.parse(Hashes.EMPTY).orElseThrow().isOf("")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{PBKDF2-SHA512}9999$c2FsdHNhbHRzYWx0c2FsdA==$AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE=",
                "{PBKDF2-SHA512}10000000$c2FsdHNhbHRzYWx0c2FsdA==$AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE=",
                "{PBKDF2-SHA1}10000$c2FsdHNhbHRzYWx0c2FsdA==$AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE=",
                "{PBKDF2-SHA512}10000$c2FsdA==$AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE=",
                "{PBKDF2-SHA512}10000$c2FsdHNhbHRzYWx0c2FsdA==$AGs61lRh3fb6",
                "{PBKDF2-SHA512}10000$c2FsdHNhbHRzYWx0c2FsdA==$AGs61lRh3fb6c4qTSxDVfWdmDeQlxN/WwYGQSl7MVVE==",
            })
    void refusesWhatIsMalformedOrWeak(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }
}
