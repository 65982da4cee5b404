package org.siprecservlet.testkit.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataCheckerTest {

    private static final Set<String> NO_SDP = Set.of();
    private static final Set<String> LABELS = Set.of("1", "2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own/01-two-party-complete",
                "own/02-two-party-mixed-complete",
                "own/03-empty-persistent-complete",
                "own/08-transfer-new-session-complete",
                "own/09-extension-data-complete",
                "own/10-escaping-and-unicode-complete",
                "own/12-snapshot-request",
                "own/13-snapshot-request-bare",
                "rfc/rfc7865-7-snapshot-request",
                "rfc/rfc7866-9.2-snapshot-request"
            })
    void acceptsAGoodFirstDocument(String file) throws IOException {
        assertThat(MetadataChecker.check(read(file), Set.of("1", "2", "3"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own/04-hold-partial",
                "own/05-mutual-hold-partial",
                "own/06-join-partial",
                "own/07-leave-partial",
                "own/11-cs-ended-partial"
            })
    void acceptsAPartialDocumentAfterTheCompleteOne(String file) throws IOException {
        List<byte[]> earlier = List.of(read("own/01-two-party-complete"));

        assertThat(MetadataChecker.check(read(file), Set.of("1", "2", "3"), earlier))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rfc7865-8.2-partial-participant-leaves, rfc7865-8.1-complete",
        "rfc8068-3.2.2-hold-partial, rfc8068-3.2.1-basic-call-complete",
        "rfc8068-3.2.2-resume-partial, rfc8068-3.2.1-basic-call-complete",
        "rfc8068-3.3.2-mixed-hold-partial, rfc8068-3.3.1-mixed-complete",
        "rfc8068-3.3.2-mixed-resume-partial, rfc8068-3.3.1-mixed-complete"
    })
    void acceptsThePartialExamplesOfTheRfcs(String file, String earlier) throws IOException {
        assertThat(MetadataChecker.check(read("rfc/" + file), Set.of("96"), List.of(read("rfc/" + earlier))))
                .isEmpty();
    }

    /** The examples of the RFCs fold the Session-ID over two lines and leave out associations; nothing else is wrong. */
    @ParameterizedTest
    @CsvSource({
        "rfc7865-8.1-complete, 1, 0",
        "rfc8068-3.2.1-basic-call-complete, 1, 0",
        "rfc8068-3.2.3-transfer-refer-new-session-complete, 1, 1",
        "rfc8068-3.3.1-mixed-complete, 2, 1",
        "rfc8068-3.5-turret-two-cs-one-rs-complete, 6, 2"
    })
    void findsOnlyTheKnownSlipsInTheExamplesOfTheRfcs(String file, int foldedIds, int missingAssocs)
            throws IOException {
        List<String> faults =
                new ArrayList<>(MetadataChecker.check(read("rfc/" + file), Set.of("96", "97", "98", "99")));

        assertThat(faults)
                .filteredOn(fault -> fault.startsWith("The sipSessionID"))
                .hasSize(foldedIds);
        assertThat(faults)
                .filteredOn(fault -> fault.endsWith("has no sessionrecordingassoc."))
                .hasSize(missingAssocs);
        assertThat(faults).hasSize(foldedIds + missingAssocs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01-dataMode-camel-case | Invalid content was found starting with element '{\"urn:ietf:params:xml:ns:recording:1\":dataMode}'",
                "02-namespace-without-version | Cannot find the declaration of element 'recording'",
                "03-wrong-order | starting with element '{\"urn:ietf:params:xml:ns:recording:1\":participant}'",
                "04-time-offset-without-colon | is not an RFC 3339 time",
                "05-participant-without-nameID | The content of element 'participant' is not complete",
                "06-uuid-text-as-id | in session_id is not base64",
                "07-extension-in-ietf-namespace | :mode}'",
                "08-extension-not-last | :sipSessionID}'",
                "09-nameID-without-aor | Attribute 'aor' must appear on element 'nameID'",
                "10-two-names-in-nameID | starting with element 'name'",
                "11-reason-without-cause | Attribute 'cause' must appear on element 'reason'",
                "12-unescaped-ampersand | is not well-formed XML",
                "13-datamode-capital | Value 'Complete' is not facet-valid",
                "14-times-before-send | :send}'",
                "15-lower-case-t-and-z | is not an RFC 3339 time",
                "16-no-recording-root | Cannot find the declaration of element",
                "50-time-without-zone | is not an RFC 3339 time",
                "51-id-not-16-octets | a UUID has 16",
                "52-undefined-stream | refers to the stream o7TF1gcYSSOs3vASNFYwAw==, which is not defined",
                "53-one-id-two-elements | names two elements",
                "54-two-streams-one-label | The label 1 is that of two streams",
                "55-group-ref-to-nothing | A group-ref refers to the group ahwvfgtdTB6aQ10vjnsQAQ==, which is not defined",
                "56-call-id-as-sipSessionID | The sipSessionID a84b4c76e66710@192.0.2.10 is not an RFC 7989 value",
                "57-disassociate-before-associate | is before its associate-time",
                "58-partial-as-first-document | The first document of a recording session is partial"
            })
    void refusesABadDocumentAndSaysWhy(String file, String sentence) throws IOException {
        assertThat(MetadataChecker.check(read("negative/" + file), LABELS))
                .anySatisfy(fault -> assertThat(fault).contains(sentence));
    }

    @Test
    void wantsEachLabelInTheSdpOfTheSameMessage() throws IOException {
        assertThat(MetadataChecker.check(read("own/01-two-party-complete"), NO_SDP))
                .hasSize(2);
    }

    @Test
    void refusesAPartialDocumentThatSpeaksOfSomethingNeverDefined() throws IOException {
        List<byte[]> earlier = List.of(read("own/03-empty-persistent-complete"));

        assertThat(MetadataChecker.check(read("own/07-leave-partial"), NO_SDP, earlier))
                .hasSize(2);
    }

    @Test
    void refusesAnIdThatNamedSomethingElseBefore() throws IOException {
        byte[] later = edited("own/01-two-party-complete", "obLD1OX2R4mKvN7wEjQwAQ==", "ahwvfgtdTB6aQ10vjnsQAQ==");
        byte[] withoutGroup = new String(later, StandardCharsets.UTF_8)
                .replaceAll("(?s)<group .*</group>|<group-ref>.*</group-ref>", "")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(MetadataChecker.check(withoutGroup, LABELS, List.of(read("own/01-two-party-complete"))))
                .containsExactly("The id ahwvfgtdTB6aQ10vjnsQAQ== names a stream, but named a group before.");
    }

    @Test
    void refusesATimeThatIsYetToCome() throws IOException {
        Instant beforeTheCall = Instant.parse("2026-03-01T10:00:01Z");

        assertThat(MetadataChecker.check(read("own/01-two-party-complete"), LABELS, List.of(), beforeTheCall))
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault).contains("is in the future"));
    }

    @Test
    void refusesAnAorThatIsMoreThanAUri() throws IOException {
        byte[] document = edited("own/01-two-party-complete", "alice@example.com", "alice@example.com;tag=1");

        assertThat(MetadataChecker.check(document, LABELS))
                .containsExactly("The aor sip:alice@example.com;tag=1 is not a bare URI.");
    }

    @Test
    void wantsAStreamAssociationForWhoeverTakesPart() throws IOException {
        byte[] document = edited(
                "own/01-two-party-complete",
                "(?s)<participantstreamassoc participant_id=\"yOKn.*</participantstreamassoc>",
                "");

        assertThat(MetadataChecker.check(document, LABELS))
                .containsExactly(
                        "The participant yOKnuRLUT26LOp0MHi8gAg== of a live session has no participantstreamassoc.");
    }

    @Test
    void refusesTwoStreamAssociationsOfOneParticipant() throws IOException {
        byte[] document = edited(
                "own/01-two-party-complete",
                "</recording>",
                "<participantstreamassoc participant_id=\"yOKnuRLUT26LOp0MHi8gAg==\"/></recording>");

        assertThat(MetadataChecker.check(document, LABELS))
                .containsExactly("The participant yOKnuRLUT26LOp0MHi8gAg== has two participantstreamassocs.");
    }

    @Test
    void refusesADocumentThatDoesNotSayItsEncoding() throws IOException {
        byte[] document = edited("own/01-two-party-complete", " encoding=\"UTF-8\"", "");

        assertThat(MetadataChecker.check(document, LABELS))
                .singleElement()
                .asString()
                .contains("encoding UTF-8");
    }

    @Test
    void refusesADtd() throws IOException {
        byte[] document = edited("own/01-two-party-complete", "<recording ", "<!DOCTYPE recording><recording ");

        assertThat(MetadataChecker.check(document, LABELS))
                .singleElement()
                .asString()
                .contains("DOCTYPE");
    }

    private static byte[] edited(String file, String regex, String replacement) throws IOException {
        return new String(read(file), StandardCharsets.UTF_8)
                .replaceAll(regex, replacement)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) throws IOException {
        try (var file = MetadataCheckerTest.class.getResourceAsStream("/metadata/" + name + ".xml")) {
            return file.readAllBytes();
        }
    }
}
