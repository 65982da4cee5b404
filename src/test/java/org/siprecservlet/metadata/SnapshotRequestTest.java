package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;

class SnapshotRequestTest {

    private static Optional<SnapshotRequest> read(String document) throws MalformedMetadataException {
        return SnapshotRequest.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String with(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<x:requestsnapshot xmlns:x=\"urn:ietf:params:xml:ns:recording:1\">"
                + content + "</x:requestsnapshot>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own/12-snapshot-request",
                "own/13-snapshot-request-bare",
                "rfc/rfc7865-7-snapshot-request",
                "rfc/rfc7866-9.2-snapshot-request"
            })
    @Requirement("SNP-01")
    void recognisesTheExamples(String name) throws Exception {
        assertThat(SnapshotRequest.read(example(name))).isPresent();
    }

    private static byte[] example(String name) throws IOException {
        try (var document = SnapshotRequestTest.class.getResourceAsStream("/metadata/" + name + ".xml")) {
            return document.readAllBytes();
        }
    }

    @Test
    @Requirement({"MDX-17", "SNP-07"})
    void saysWhyInTheServersWords() throws Exception {
        assertThat(read(with("<x:requestreason xml:lang=\"uk\"> Втрачено: диск </x:requestreason>")))
                .contains(new SnapshotRequest("Втрачено: диск"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<x:requestreason/>", "<y:other xmlns:y=\"urn:y\"><y:deep/></y:other>"})
    @Requirement("SNP-07")
    void needsNoReason(String content) throws Exception {
        assertThat(read(with(content))).contains(new SnapshotRequest(""));
    }

    @Test
    void isNoOtherDocument() throws Exception {
        assertThat(read("<recording xmlns=\"urn:ietf:params:xml:ns:recording:1\"/>"))
                .isEmpty();
        assertThat(read("<requestsnapshot xmlns=\"urn:other\"/>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not XML",
                "<requestsnapshot xmlns=\"urn:ietf:params:xml:ns:recording:1\">",
                "<!DOCTYPE r [<!ENTITY e \"x\">]><requestsnapshot xmlns=\"urn:ietf:params:xml:ns:recording:1\">&e;"
                        + "</requestsnapshot>"
            })
    @Requirement({"SEC-18", "SNP-11"})
    void isRefusedWhenItIsNotWellFormed(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(MalformedMetadataException.class);
    }
}
