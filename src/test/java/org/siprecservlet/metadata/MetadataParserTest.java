package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;

class MetadataParserTest {

    private static final String START = "<recording xmlns='urn:ietf:params:xml:ns:recording:1'>";
    private static final String ID = "D0ufAlw+Sg6PbSscfpoQAg==";

    private final MetadataParser parser = new MetadataParser();
    private final MetadataWriter writer = new MetadataWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own/01-two-party-complete",
                "own/02-two-party-mixed-complete",
                "own/03-empty-persistent-complete",
                "own/04-hold-partial",
                "own/05-mutual-hold-partial",
                "own/06-join-partial",
                "own/07-leave-partial",
                "own/08-transfer-new-session-complete",
                "own/09-extension-data-complete",
                "own/10-escaping-and-unicode-complete",
                "own/11-cs-ended-partial",
                "rfc/rfc7865-8.1-complete",
                "rfc/rfc7865-8.2-partial-participant-leaves",
                "rfc/rfc8068-3.2.1-basic-call-complete",
                "rfc/rfc8068-3.2.2-hold-partial",
                "rfc/rfc8068-3.2.2-resume-partial",
                "rfc/rfc8068-3.2.3-transfer-refer-new-session-complete",
                "rfc/rfc8068-3.2.3-transfer-refer-old-session-stop-partial",
                "rfc/rfc8068-3.2.3-transfer-reinvite-partial",
                "rfc/rfc8068-3.2.4-disconnect-bye-partial",
                "rfc/rfc8068-3.3.1-mixed-complete",
                "rfc/rfc8068-3.3.2-mixed-hold-partial",
                "rfc/rfc8068-3.3.2-mixed-resume-partial",
                "rfc/rfc8068-3.3.3-mixed-join-partial",
                "rfc/rfc8068-3.3.3-mixed-leave-partial",
                "rfc/rfc8068-3.4.1-persistent-rs-cs-disconnect-partial",
                "rfc/rfc8068-3.5-turret-two-cs-one-rs-complete"
            })
    void readsAnExampleAndKeepsItThroughWritingAndReadingAgain(String file) throws Exception {
        RecordingMetadata metadata = parser.parse(read(file));
        RecordingMetadata again = parser.parse(writer.write(metadata));

        assertThat(again).isEqualTo(metadata);
    }

    @Test
    void readsEveryPartOfACall() throws Exception {
        RecordingMetadata metadata = parser.parse(read("own/08-transfer-new-session-complete"));

        assertThat(metadata.datamode()).isEqualTo(Datamode.COMPLETE);
        assertThat(metadata.groups()).singleElement().satisfies(group -> assertThat(group.associateTime())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z")));
        Session session = metadata.sessions().get(0);
        assertThat(session.id()).hasToString(ID);
        assertThat(session.groupRef()).isEqualTo(metadata.groups().get(0).id());
        assertThat(session.sipSessionIds())
                .hasToString("[ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2]");
        assertThat(session.reasons()).containsExactly(new Reason((short) 200, "SIP", "Call completed elsewhere"));
        assertThat(session.stopTime()).isEqualTo(Instant.parse("2026-03-01T10:10:00Z"));
        assertThat(metadata.participants().get(2).nameIds())
                .containsExactly(new NameId("tel:+15550102", new Name("Carol", "en")));
        assertThat(metadata.streams()).extracting(Stream::label).containsExactly("2", "3");
        assertThat(metadata.sessionRecordingAssocs()).hasSize(2);
        assertThat(metadata.participantSessionAssocs()).hasSize(4);
        assertThat(metadata.participantStreamAssocs().get(0).send())
                .containsExactly(metadata.streams().get(0).id());
        assertThat(metadata.participantStreamAssocs().get(0).receive())
                .containsExactly(metadata.streams().get(1).id());
    }

    @Test
    void readsAnythingThatTheWriterWrote() throws Exception {
        RecordingMetadata call = TwoPartyCall.between(NameId.of("sip:a@x", "A & <B>"), NameId.of("sip:b@x", "日本 😀"));

        RecordingMetadata read = parser.parse(writer.write(call));

        assertThat(read.participants()).isEqualTo(call.participants());
        assertThat(read.streams()).isEqualTo(call.streams());
        assertThat(read.participantStreamAssocs()).hasSize(2);
    }

    @Test
    void readsParams() throws Exception {
        assertThat(parser.parse(read("own/09-extension-data-complete"))
                        .participantSessionAssocs()
                        .get(1)
                        .params())
                .containsExactly(new Param("isfocus", "true"));
    }

    @Test
    void readsElementsWithAPrefix() throws Exception {
        RecordingMetadata metadata = parse("<r:recording xmlns:r='urn:ietf:params:xml:ns:recording:1'>"
                + "<r:datamode>partial</r:datamode><r:session session_id='" + ID + "'/></r:recording>");

        assertThat(metadata.datamode()).isEqualTo(Datamode.PARTIAL);
        assertThat(metadata.sessions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<recording xmlns='urn:ietf:params:xml:ns:recording:1'/>",
                START + "</recording>",
                START + " \n<!-- x --></recording>"
            })
    void readsAnEmptyDocumentAsACompleteOne(String xml) throws Exception {
        assertThat(parse(xml)).isEqualTo(new RecordingMetadata(null, null, null, null, null, null, null, null));
    }

    @Test
    void passesOverForeignElementsEvenWhenTheyAreNamedLikeOnesOfTheRfc() throws Exception {
        RecordingMetadata metadata = parse(
                START + "<stream stream_id='" + ID + "'><label>1</label>"
                        + "<label xmlns='urn:example:x'>2<session/></label><x:e xmlns:x='urn:example:y'/></stream>"
                        + "<session xmlns='urn:example:x'><session xmlns='urn:ietf:params:xml:ns:recording:1'/></session></recording>");

        assertThat(metadata.streams()).containsExactly(new Stream(MetadataId.parse(ID), null, "1"));
        assertThat(metadata.sessions()).isEmpty();
    }

    @Test
    void passesOverASessionIdThatIsACallId() throws Exception {
        assertThat(parser.parse(read("negative/56-call-id-as-sipSessionID"))
                        .sessions()
                        .get(0)
                        .sipSessionIds())
                .isEmpty();
    }

    @Test
    void readsANameWithoutLanguageAndATextInPieces() throws Exception {
        RecordingMetadata metadata = parse(START + "<participant participant_id='" + ID + "'><nameID aor='sip:a@x'>"
                + "<name>Al<!-- x -->i<![CDATA[<c>]]>e</name></nameID><nameID aor='sip:b@x'><name xml:lang='en'/></nameID>"
                + "</participant></recording>");

        assertThat(metadata.participants().get(0).nameIds())
                .containsExactly(
                        new NameId("sip:a@x", new Name("Ali<c>e", null)), new NameId("sip:b@x", new Name("", "en")));
    }

    @Test
    void takesSipForTheProtocolOfAReasonThatNamesNone() throws Exception {
        RecordingMetadata metadata =
                parse(START + "<session session_id='" + ID + "'><reason cause='486'/></session></recording>");

        assertThat(metadata.sessions().get(0).reasons()).isEqualTo(List.of(new Reason((short) 486, "SIP", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02-namespace-without-version | urn:ietf:params:xml:ns:recording",
                "04-time-offset-without-colon | 2026-03-01T12:00:02+0200",
                "05-participant-without-nameID | nameID",
                "06-uuid-text-as-id | urn:uuid",
                "09-nameID-without-aor | aor",
                "11-reason-without-cause | cause",
                "12-unescaped-ampersand | XML",
                "13-datamode-capital | Complete",
                "16-no-recording-root | root",
                "50-time-without-zone | 2026-03-01T10:00:02",
                "51-id-not-16-octets | 16 octets"
            })
    void refusesWhatItCanNotUnderstand(String file, String hint) throws IOException {
        byte[] document = read("negative/" + file);

        assertThatThrownBy(() -> parser.parse(document))
                .isInstanceOf(MalformedMetadataException.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<recording",
                START,
                START + "</recording><more/>",
                START + "<session>",
                "<requestsnapshot xmlns='urn:ietf:params:xml:ns:recording:1'/>",
                "<!DOCTYPE recording SYSTEM 'http://192.0.2.1/x.dtd'>" + START + "</recording>",
                "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + START
                        + "<datamode>&e;</datamode></recording>",
                "<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>" + START + "&b;</recording>",
                START + "<stream stream_id='D0ufAlw+Sg6PbSscfpoQAg=='><label>&undefined;</label></stream></recording>",
                START
                        + "<session session_id='D0ufAlw+Sg6PbSscfpoQAg==' session_id='D0ufAlw+Sg6PbSscfpoQAg=='/></recording>"
            })
    @Requirement("SEC-18")
    void refusesWhatIsNotADocument(String xml) {
        assertThatThrownBy(() -> parse(xml)).isInstanceOf(MalformedMetadataException.class);
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatThrownBy(() -> parse(START + "<a>".repeat(100_000))).isInstanceOf(MalformedMetadataException.class);
        assertThatThrownBy(() -> parse(START + "<a xmlns='urn:x'>".repeat(100_000)))
                .isInstanceOf(MalformedMetadataException.class);
    }

    @Test
    void meetsAnyDamageWithTheDocumentedExceptionOnly() throws IOException {
        byte[] good = read("own/08-transfer-new-session-complete");
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(good.length)] = (byte) random.nextInt(256);
            readOrRefuse(damaged);
        }
    }

    private void readOrRefuse(byte[] document) {
        try {
            assertThat(parser.parse(document)).isNotNull();
        } catch (MalformedMetadataException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private RecordingMetadata parse(String xml) throws MalformedMetadataException {
        return parser.parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(String name) throws IOException {
        try (var file = MetadataParserTest.class.getResourceAsStream("/metadata/" + name + ".xml")) {
            return file.readAllBytes();
        }
    }
}
