package org.siprecservlet.peers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToolTest {

    @Test
    void aMissingProgramIsNamedTogetherWithItsDebianPackage() {
        assertThatThrownBy(() -> Tool.require("no-such-program", "some-package"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no-such-program")
                .hasMessageContaining("apt-get install some-package");
    }
}
