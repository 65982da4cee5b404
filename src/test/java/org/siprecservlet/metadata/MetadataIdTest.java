package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;

class MetadataIdTest {

    private static final UUID ONE = UUID.fromString("0f4b9f02-5c3e-4a0e-8f6d-2b1c7e9a1002");

    @Test
    @Requirement("MDX-06")
    void codesTheOctetsOfItsUuidIn24Characters() {
        assertThat(MetadataId.random(() -> ONE)).hasToString("D0ufAlw+Sg6PbSscfpoQAg==");
    }

    @Test
    void isReadBack() {
        assertThat(MetadataId.parse("\n D0ufAlw+Sg6PbSscfpoQAg== ")).isEqualTo(new MetadataId(ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YWxpY2U=", "0f4b9f02-5c3e-4a0e-8f6d-2b1c7e9a1002", "D0ufAlw-Sg6PbSscfpoQAg=="})
    void isNotReadFromSomethingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MetadataId.parse(text));
    }
}
