package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;

/** Extension data that was written by hand. */
class ExtensionDataTest {

    private static final String[] PIECES = {
        "<a>",
        "</a>",
        "<b x='1'>",
        "</b>",
        "<c/>",
        "text",
        "&amp;",
        "&lt;",
        "&x;",
        "<![CDATA[<z>]]>",
        "<!-- c -->",
        "<?pi?>",
        " xml:lang='en'",
        "<n:d xmlns:n='urn:n'/>",
        "<!DOCTYPE a>",
        "]]>",
        "<",
        ">",
        "\u0001",
        "\r\n\r\n",
        "<e xmlns='urn:ietf:params:xml:ns:recording:1'/>",
        "é日"
    };

    private static String written(String xml) throws MalformedMetadataException {
        return new String(document(Extension.parse(xml)), StandardCharsets.UTF_8);
    }

    private static byte[] document(List<Extension> extensions) {
        RecordingMetadata call = TwoPartyCall.between(
                new NameId("sip:alice@example.com", null), new NameId("sip:bob@example.com", null));
        Session plain = call.sessions().get(0);
        Session session =
                new Session(plain.id(), plain.sipSessionIds(), null, null, plain.startTime(), null, extensions);
        return new MetadataWriter()
                .write(new RecordingMetadata(
                        call.datamode(),
                        call.groups(),
                        List.of(session),
                        call.participants(),
                        call.streams(),
                        call.sessionRecordingAssocs(),
                        call.participantSessionAssocs(),
                        call.participantStreamAssocs()));
    }

    @Test
    void isWrittenInANamespaceOfOursWhenItHasNone() throws Exception {
        assertThat(written("<callcenterCode>dfgh3q45gsdfty5</callcenterCode>"))
                .contains("\r\n    <x1:callcenterCode xmlns:x1=\"urn:siprec-servlet:extension:1\">dfgh3q45gsdfty5</");
    }

    @Test
    void keepsTheNamespaceThatItHas() throws Exception {
        assertThat(written(
                        "<q:queue xmlns:q=\"http://example.com/q\" q:weight=\"3\" name=\"a&amp;b\">support</q:queue>"))
                .contains(":queue xmlns:x1=\"http://example.com/q\"")
                .contains("x1:weight=\"3\"")
                .contains(" name=\"a&amp;b\"")
                .contains(">support</x1:queue>");
    }

    @Test
    void mayBeSeveralElementsThatHoldOthers() throws Exception {
        assertThat(Extension.parse("<a><b>1</b><b>2</b></a>\r\n<c/>"))
                .extracting(Extension::name)
                .containsExactly("a", "c");
        assertThat(written("<a><b>1</b><b>2</b></a><c/>")).contains(":b>1</", ":b>2</", ":c ");
    }

    @Test
    void isOneLineWhateverTheTextInIt() throws Exception {
        assertThat(written("<a> 17 \r\n\r\n 18<![CDATA[ <19>]]></a>")).contains(">17 18 &lt;19></");
    }

    @Test
    void mayBeNothing() throws Exception {
        assertThat(Extension.parse(" <!-- nothing --> ")).isEmpty();
    }

    @Test
    void maySayItsLanguage() throws Exception {
        assertThat(written("<a xml:lang=\"de-CH\">ja</a>")).contains("xml:lang=\"de-CH\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a> | not well-formed XML",
                "</block><block> | not well-formed XML",
                "<a>&x;</a> | not well-formed XML",
                "<x:a/> | not well-formed XML",
                "<!DOCTYPE a><a/> | not well-formed XML",
                "17 | there is text where only elements can be",
                "<a/>17 | there is text where only elements can be",
                "<a xmlns='urn:ietf:params:xml:ns:recording:1'/> | needs a namespace of its own",
                "<a><b xmlns='urn:ietf:params:xml:ns:recording:1'/></a> | needs a namespace of its own",
                "<a xmlns='relative'/> | needs a namespace of its own",
                "<a xml:id='x'/> | can not have this attribute",
                "<a xml:lang='!'/> | can not have this attribute",
                "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='x'/> | can not have this attribute"
            })
    @Requirement("MDX-15")
    void isRefusedWithASentence(String xml, String why) {
        assertThatThrownBy(() -> Extension.parse(xml))
                .isInstanceOf(MalformedMetadataException.class)
                .hasMessageContaining(why);
    }

    @Test
    @Requirement("SEC-18")
    void fetchesAndExpandsNothing() {
        String attack = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";

        assertThatThrownBy(() -> Extension.parse(attack)).isInstanceOf(MalformedMetadataException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 2000})
    void isNotNestedWithoutEnd(int depth) {
        String xml = "<a>".repeat(depth) + "</a>".repeat(depth);

        assertThatThrownBy(() -> Extension.parse(xml)).isInstanceOf(MalformedMetadataException.class);
    }

    @RepeatedTest(300)
    @Requirement("MDX-15")
    void leavesTheDocumentValidWheneverItIsTaken(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder jumble = new StringBuilder("<a>");
        random.ints(1 + random.nextInt(8), 0, PIECES.length).forEach(index -> jumble.append(PIECES[index]));
        jumble.append("</a>");
        try {
            List<Extension> taken = Extension.parse(jumble.toString());
            assertThat(MetadataChecker.check(document(taken), Set.of("1", "2"))).isEmpty();
        } catch (MalformedMetadataException refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }
}
