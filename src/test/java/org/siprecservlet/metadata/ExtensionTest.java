package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "queue", "urn:ietf:params:xml:ns:recording:1", "urn:a b", "urn:\"x"})
    void needsANamespaceOfItsOwn(String namespace) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Extension(namespace, "queue", "support"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "x:queue", "a b", "a><b"})
    void needsANameThatAnElementCanHave(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Extension("urn:example:x", name, "support"));
    }
}
