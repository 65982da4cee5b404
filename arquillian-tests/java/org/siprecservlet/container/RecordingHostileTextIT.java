package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.Edit;

/** What strangers call themselves does no harm, and the recorder learns it as it was said. */
@ContainerTest
class RecordingHostileTextIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A & B <x> 'y'",
                "]]> <!-- --> <?pi?> &amp; &#x0;",
                "</name></nameID><participant/>",
                "Müller, Jürgen; 山田 太郎",
                "שלום \u202Eעולם",
                "a,b;c=d@e:f%0d%0aX: y",
                "=?utf-8?q?x?= $(rm) `ls` ${jndi:ldap://x}"
            })
    @Requirement({"BOD-08", "MDX-14"})
    void displayNamesArriveAsTheyAre(String name) {
        assertThat(namesTold(name)).containsExactly(name, name);
    }

    /** Open Liberty makes one wrong character of each that takes four bytes in UTF-8. */
    @Test
    void anEmojiDoesNoHarm() {
        assertThat(namesTold("Smi\uD83D\uDE00ley")).hasSize(2).allMatch(told -> told.matches("Smi.?ley"));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 2000})
    void longDisplayNamesAreCutAtMost(int length) {
        String name = "N".repeat(length);
        assertThat(namesTold(name)).hasSize(2).allMatch(told -> !told.isEmpty() && name.startsWith(told));
    }

    private List<String> namesTold(String name) {
        String quoted = "\"" + name + "\"";
        stage.call(
                Edit.set("From", quoted + " <sip:alice@example.com>;tag=h1"),
                Edit.set("To", quoted + " <" + stage.bob.uri() + ">"));
        return told().texts("/recording/participant/nameID/name");
    }

    private Metadata told() {
        RecordedSession session = stage.recordedSession();
        assertThat(MetadataChecker.check(session.metadata(), Metadata.labels(session)))
                .isEmpty();
        assertThat(session.invite().header("Content-Length"))
                .contains(Integer.toString(session.invite().body().length));
        return Metadata.of(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"quoted\\\"", "back\\\\slash"})
    void quotedPairsAreResolved(String name) {
        String expected = name.replaceAll("\\\\(.)", "$1");
        assertThat(namesTold(name)).containsExactly(expected, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:a%3Cb%3E%22c%22@example.com",
                "sip:al%0D%0Aice@example.com",
                "sip:a&b=c+d$e,f;g?h/i@example.com",
                "sip:%F0%9F%98%80@example.com",
                "sips:alice@example.com",
                "tel:+15551234;phone-context=example.com",
                "sip:+15551234;npdi@example.com;user=phone",
                "sip:[2001:db8::1]:5070",
                "sip:user-of-fifty-letters-user-of-fifty-letters-and-more-user-of-fifty-letters-user-of-fifty-letters-and-more"
                        + "-user-of-fifty-letters-user-of-fifty-letters-and-more-user-of-fifty-letters-user-of-fifty-letters"
                        + "-user-of-fifty-letters-user-of-fifty-letters-and-more-user-of-fifty-letters-user-of-fifty@example.com"
            })
    @Requirement({"MDM-11", "MDM-14"})
    void addressesArriveAsTheyAre(String uri) {
        stage.call(Edit.set("From", "\"Alice\" <" + uri + ">;tag=h2"), Edit.set("To", "<" + uri + ">"));
        assertThat(told().texts("/recording/participant/nameID/@aor")).containsExactly(uri, uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Alice\r\n Folded\"", "Alice\r\n\tFolded"})
    void aFoldedNameIsOneLine(String written) {
        stage.call(Edit.set("From", written + " <sip:alice@example.com>;tag=h3"));
        List<String> names = told().texts("/recording/participant[1]/nameID/name");
        assertThat(names).hasSize(1);
        assertThat(names.get(0)).doesNotContain("\r", "\n");
        assertThat(names.get(0).replaceAll("\\s+", " "))
                .isEqualTo(Container.underTest().unfolded("Alice Folded"));
    }

    @Test
    @Requirement("MDM-11")
    void aCallerWithoutNameIsStillAParticipant() {
        stage.call(Edit.set("From", "<sip:anonymous@anonymous.invalid>;tag=h4"));
        assertThat(told().texts("/recording/participant/nameID/@aor"))
                .containsExactly("sip:anonymous@anonymous.invalid", stage.bob.uri());
    }
}
