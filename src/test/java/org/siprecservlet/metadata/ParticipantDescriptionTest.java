package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.conformance.Requirement;

class ParticipantDescriptionTest {

    @Test
    void isReadAsOpenSipsWritesIt() throws Exception {
        ParticipantDescription caller = ParticipantDescription.parse(
                "<nameID aor=\"sip:6024151234@10.0.0.11:5090\"><name>test</name></nameID>");

        assertThat(caller.nameIds()).containsExactly(NameId.of("sip:6024151234@10.0.0.11:5090", "test"));
        assertThat(caller.extensions()).isEmpty();
    }

    @Test
    @Requirement("MDM-12")
    void mayHaveSeveralAddressesAndMore() throws Exception {
        ParticipantDescription caller = ParticipantDescription.parse(
                """
                <r:nameID xmlns:r="urn:ietf:params:xml:ns:recording:1" aor="sip:a@example.com">
                  <r:name xml:lang="it">Paolo &amp; Co</r:name>
                </r:nameID>
                <agent>17</agent>
                <nameID aor="tel:+15550100"/>""");

        assertThat(caller.nameIds())
                .containsExactly(
                        new NameId("sip:a@example.com", new Name("Paolo & Co", "it")), NameId.of("tel:+15550100", ""));
        assertThat(caller.extensions()).extracting(Extension::name).containsExactly("agent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<agent>17</agent> | it has no nameID; write for example <nameID aor=",
                "<nameID/> | nameID has no aor",
                "<nameID aor=' '/> | nameID has no aor",
                "<nameID aor='sip:a' id='1'/> | no other attribute than aor",
                "<nameID aor='sip:a'><name>a</name><name>b</name></nameID> | one name and nothing else",
                "<nameID aor='sip:a'><nick>a</nick></nameID> | one name and nothing else",
                "<nameID aor='sip:a'>Alice</nameID> | there is text where only elements can be",
                "<nameID aor='sip:a'><name id='1'>a</name></nameID> | no other attribute than xml:lang",
                "<nameID aor='sip:a'><name xml:lang='!'>a</name></nameID> | not a language tag",
                "<nameID aor='sip:a'><name><b/></name></nameID> | not well-formed",
                "<nameID aor='sip:a'><name>A & B</name></nameID> | not well-formed",
                "<participant><nameID aor='sip:a'/></participant> | it has no nameID"
            })
    void isRefusedWithASentence(String xml, String why) {
        assertThatThrownBy(() -> ParticipantDescription.parse(xml))
                .isInstanceOf(MalformedMetadataException.class)
                .hasMessageContaining(why);
    }
}
