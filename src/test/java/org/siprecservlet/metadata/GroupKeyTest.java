package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;

class GroupKeyTest {

    private static final GroupKey KEY = GroupKey.of("correct horse battery staple");
    private static final String NUMBER = "+15550100";

    @Test
    void givesANameTheSameIdEachTimeAndNoOtherName() {
        assertThat(KEY.idOf(NUMBER)).isEqualTo(KEY.idOf(NUMBER)).isNotEqualTo(KEY.idOf("+15550101"));
    }

    @Test
    void givesTheSameIdOnAllClientsThatHaveTheSameText() {
        assertThat(GroupKey.of("correct horse battery staple").idOf(NUMBER)).isEqualTo(KEY.idOf(NUMBER));
    }

    /** Computed with openssl dgst -sha256 -hmac, so that a later version does not tear groups apart unnoticed. */
    @Test
    void givesTheIdThatItAlwaysGave() {
        assertThat(KEY.idOf(NUMBER).uuid()).isEqualTo(UUID.fromString("1bc800a8-1976-4a6e-b99d-c6814006c2f0"));
    }

    @Test
    @Requirement({"MDX-07", "SEC-16"})
    void givesAnIdThatCanNotBeMadeOfTheNameWithoutTheKey() {
        assertThat(KEY.idOf(NUMBER))
                .isNotEqualTo(GroupKey.of("another text").idOf(NUMBER))
                .isNotEqualTo(GroupKey.random(new Random(1)).idOf(NUMBER));
        assertThat(KEY.idOf(NUMBER).uuid())
                .isNotEqualTo(UUID.nameUUIDFromBytes(NUMBER.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void makesKeysOfItsOwnThatDiffer() {
        Random random = new Random(1);

        assertThat(GroupKey.random(random).idOf(NUMBER))
                .isNotEqualTo(GroupKey.random(random).idOf(NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sales", "+15550100", "Käse", "a\u0000b"})
    @Requirement({"MDX-06", "MDX-07"})
    void givesARandomUuid(String name) {
        assertThat(KEY.idOf(name).uuid().version()).isEqualTo(4);
        assertThat(KEY.idOf(name).uuid().variant()).isEqualTo(2);
    }

    @Test
    @Requirement("SEC-19")
    void doesNotShowItsText() {
        assertThat(KEY.toString()).doesNotContain("horse");
    }

    @Test
    void isNotMadeOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> GroupKey.of(""));
    }
}
