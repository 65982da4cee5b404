package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;

class MetadataWriterTest {

    private static final NameId ALICE = NameId.of("sip:alice@example.com", "Alice");
    private static final NameId BOB = NameId.of("sip:+15550100@example.net;user=phone", "");

    private final MetadataWriter writer = new MetadataWriter();

    @Test
    void writesATwoPartyCallAsTheGoldenFileHasIt() throws IOException {
        assertThat(write(TwoPartyCall.between(ALICE, BOB))).isEqualTo(golden("two-party-call.xml"));
    }

    @Test
    @Requirement("MDX-04")
    void writesADocumentWithoutFault() {
        assertThat(MetadataChecker.check(writer.write(TwoPartyCall.between(ALICE, BOB)), Set.of("1", "2")))
                .isEmpty();
    }

    @Test
    @Requirement("MDX-03")
    void writesAnEmptyDocument() {
        assertThat(write(new RecordingMetadata(null, null, null, null, null, null, null, null)))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                        + "<recording xmlns=\"urn:ietf:params:xml:ns:recording:1\">\r\n"
                        + "  <datamode>complete</datamode>\r\n"
                        + "</recording>");
    }

    @Test
    void writesThreeDigitsOfFractionEvenWhenThereAreNone() {
        Group group = new Group(TwoPartyCall.id(9), Instant.parse("2026-03-01T10:00:00Z"), null, null);
        RecordingMetadata metadata =
                new RecordingMetadata(Datamode.COMPLETE, List.of(group), null, null, null, null, null, null);

        assertThat(write(metadata)).contains("<associate-time>2026-03-01T10:00:00.000Z</associate-time>");
    }

    @Test
    @Requirement("MDX-14")
    void escapesMarkupInANameAndKeepsOtherLetters() {
        assertThat(nameOf("Zürich <A&B> \"Café\" 日本 😀")).isEqualTo("Zürich &lt;A&amp;B> \"Café\" 日本 😀");
    }

    @Test
    @Requirement("MDX-14")
    void leavesOutWhatXmlDoesNotAllow() {
        assertThat(nameOf("a\u0000b\u001bc\uFFFEd\uFFFFe\uD83Df\uDE00g\u007f")).isEqualTo("abcdefg");
    }

    @Test
    void keepsANameOnOneLine() {
        assertThat(nameOf("  Alice\r\n\r\n\tof\u0085Example ")).isEqualTo("Alice of Example");
    }

    @Test
    void cutsAnEndlessNameWithoutBreakingALetter() {
        assertThat(nameOf("😀".repeat(1000))).isEqualTo("😀".repeat(Name.LONGEST));
    }

    @Test
    void writesTheLanguageOfAName() {
        NameId paul = new NameId("sip:paul@example.com", new Name("Paul", "it"));

        assertThat(write(TwoPartyCall.between(paul, BOB))).contains("<name xml:lang=\"it\">Paul</name>");
    }

    @Test
    void hasNoNameInALanguageThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Name("Paul", "it\"/>"));
    }

    @Test
    @Requirement("MDM-09")
    void writesWhyACallEnded() {
        Session ended = new Session(
                TwoPartyCall.id(1),
                null,
                List.of(new Reason((short) 16, "Q.850", "Terminated")),
                null,
                null,
                null,
                null);
        RecordingMetadata metadata =
                new RecordingMetadata(Datamode.PARTIAL, null, List.of(ended), null, null, null, null, null);

        assertThat(write(metadata)).contains("<reason cause=\"16\" protocol=\"Q.850\">Terminated</reason>");
    }

    @Test
    void writesSeveralExtensionsEachInItsNamespace() {
        Session session = new Session(
                TwoPartyCall.id(1),
                null,
                null,
                null,
                null,
                null,
                List.of(Extension.callId("a&b"), new Extension("urn:example:queue", "queue", "support")));
        RecordingMetadata metadata =
                new RecordingMetadata(Datamode.PARTIAL, null, List.of(session), null, null, null, null, null);

        assertThat(write(metadata))
                .contains(":callId xmlns:x1=\"urn:siprec-servlet:call:1\">a&amp;b</")
                .contains(":queue xmlns:x1=\"urn:example:queue\">support</");
    }

    private String nameOf(String displayName) {
        String xml = write(TwoPartyCall.between(NameId.of("sip:alice@example.com", displayName), BOB));
        return xml.substring(xml.indexOf("<name>") + "<name>".length(), xml.indexOf("</name>"));
    }

    private String write(RecordingMetadata metadata) {
        return new String(writer.write(metadata), StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (var file = MetadataWriterTest.class.getResourceAsStream("/metadata/golden/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .replace("\n", "\r\n")
                    .strip();
        }
    }
}
