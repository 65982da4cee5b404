package org.siprecservlet.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;

/** Whatever a caller calls himself, the document stays a valid one. */
class HostileTextTest {

    private static final NameId BOB = NameId.of("sip:bob@example.net", "Bob");
    private static final String PIECES =
            "a1:/?#[]@!$&'()*+,;=%<>\"{}|\\^` \t\r\n\u0000\u0085\u2028é日\uD83D\uDE00\uFFFF";

    private final MetadataWriter writer = new MetadataWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "%",
                "sip:",
                "sip:<script>&\"'@example.com",
                "]]></name><participant>",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
                "\uD83D",
                "--boundary\r\n\r\n"
            })
    void takesAHostileNameAndAddress(String text) {
        assertThatBothAreHarmless(text);
    }

    @RepeatedTest(100)
    @Requirement({"MDM-14", "MDX-14"})
    void takesAnyJumbleAsNameAndAddress(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder jumble = new StringBuilder(random.nextBoolean() ? "sip:" : "");
        random.ints(1 + random.nextInt(12), 0, PIECES.length()).forEach(index -> jumble.append(PIECES.charAt(index)));

        assertThatBothAreHarmless(jumble.toString());
    }

    private void assertThatBothAreHarmless(String text) {
        byte[] document = writer.write(TwoPartyCall.between(new NameId(text, new Name(text, null)), BOB));

        assertThat(MetadataChecker.check(document, Set.of("1", "2"))).isEmpty();
        assertThat(new String(document, StandardCharsets.UTF_8))
                .doesNotContain("\r\n\r\n")
                .doesNotContain("boundary\r\n");
    }
}
