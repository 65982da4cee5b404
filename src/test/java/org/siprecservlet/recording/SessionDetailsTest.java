package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.metadata.Extension;

class SessionDetailsTest {

    private static SessionDetails details(PlanField field, String text) throws BadPlanException {
        return SessionDetails.of(Map.of(field, text));
    }

    @ParameterizedTest
    @EnumSource(PlanField.class)
    void takesABlankFieldForNone(PlanField field) throws Exception {
        assertThat(details(field, " ")).isEqualTo(SessionDetails.NONE);
    }

    @Test
    void readsEveryField() throws Exception {
        Map<PlanField, String> texts = new EnumMap<>(PlanField.class);
        texts.put(PlanField.GROUP, " sales & <more> ");
        texts.put(PlanField.CALLER, "<nameID aor='sip:a'/>");
        texts.put(PlanField.CALLEE, "<nameID aor='sip:b'/>");
        texts.put(PlanField.MEDIA, "::1");
        texts.put(PlanField.HEADERS, "X-A: 1\r\nX-B : a: b\r\n");
        texts.put(PlanField.SOCKET, "udp:127.0.0.1:5062");
        texts.put(PlanField.FROM_URI, "sip:src@example.com");
        texts.put(PlanField.TO_URI, "sips:srs@example.com");
        texts.put(PlanField.GROUP_EXTENSION, "<g/>");
        texts.put(PlanField.SESSION_EXTENSION, "<s/><t/>");

        SessionDetails details = SessionDetails.of(texts);

        assertThat(details.group()).isEqualTo("sales & <more>");
        assertThat(details.caller().nameIds().get(0).aor()).isEqualTo("sip:a");
        assertThat(details.callee().nameIds().get(0).aor()).isEqualTo("sip:b");
        assertThat(details.media().getAddress()).hasSize(16);
        assertThat(details.headers()).containsExactly(new HeaderLine("X-A", "1"), new HeaderLine("X-B", "a: b"));
        assertThat(details.socket()).isEqualTo(new LocalSocket("udp", "127.0.0.1", 5062));
        assertThat(details.fromUri()).isEqualTo("sip:src@example.com");
        assertThat(details.toUri()).isEqualTo("sips:srs@example.com");
        assertThat(details.groupExtension()).extracting(Extension::name).containsExactly("g");
        assertThat(details.sessionExtension()).extracting(Extension::name).containsExactly("s", "t");
    }

    @Test
    void passesOverWhatIsSaidOfAGroupThatThereIsNot() throws Exception {
        assertThat(details(PlanField.GROUP_EXTENSION, "<g/>")).isEqualTo(SessionDetails.NONE);
    }

    @ParameterizedTest
    @CsvSource({"udp:[::1]:5060,udp,::1", "srs.example.com:5060,,srs.example.com", "tls:127.0.0.1:5060,tls,127.0.0.1"})
    void readsASocket(String text, String transport, String host) throws Exception {
        assertThat(details(PlanField.SOCKET, text).socket()).isEqualTo(new LocalSocket(transport, host, 5060));
        assertThat(details(PlanField.SOCKET, text).socket()).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALLER | <nameID aor=x> | caller: it is not well-formed XML",
                "CALLEE | Bob | callee: there is text where only elements can be",
                "MEDIA | relay.example.com | media: \"relay.example.com\" is not an IPv4 or IPv6 address",
                "MEDIA | 127.0.0.1:4000 | is not an IPv4 or IPv6 address",
                "SOCKET | 127.0.0.1 | socket: \"127.0.0.1\" is neither udp:host:port nor host:port",
                "SOCKET | sctp:127.0.0.1:5060 | is neither host nor host:port",
                "SOCKET | 127.0.0.1:70000 | not a port",
                "FROM_URI | tel:+1 | fromUri: \"tel:+1\" is not a SIP URI",
                "TO_URI | sip:a b | toUri: \"sip:a b\" is not a SIP URI",
                "GROUP_EXTENSION | <g | groupExtension: it is not well-formed XML",
                "SESSION_EXTENSION | <x:s/> | sessionExtension: it is not well-formed XML"
            })
    void namesTheFieldThatCanNotBeUsed(PlanField field, String text, String message) {
        BadPlanException bad = catchThrowableOfType(BadPlanException.class, () -> details(field, text));

        assertThat(bad).hasMessageContaining(message);
        assertThat(bad.field()).isEqualTo(field.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A",
                "X A: 1",
                ": 1",
                "X-A: 1\nX-B: 2",
                "X-A: 1\rX-B: 2",
                "X-A: 1\n",
                "X-A:\n 1",
                "X-A: 1\r\n folded",
                "X-A: 1\r\n\r\nX-B: 2",
                "X-A: 1\u0000",
                "X-A: 1\u0085",
                "Call-ID: 1",
                "i: 1",
                "CONTACT: <sip:a>",
                "Content-Length: 0",
                "Require: siprec",
                "Via: x",
                "Route: <sip:a;lr>",
                "Max-Forwards: 1"
            })
    void refusesHeadersThatCanNotBeSent(String lines) {
        assertThatThrownBy(() -> details(PlanField.HEADERS, lines))
                .isInstanceOf(BadPlanException.class)
                .hasMessageStartingWith("headers: ");
    }

    @Test
    void takesNoMoreHeadersThanAMessageCanHave() {
        assertThatThrownBy(() -> details(PlanField.HEADERS, "X-A: 1\r\n".repeat(51)))
                .hasMessageContaining("more than 50");
        assertThatThrownBy(() -> details(PlanField.HEADERS, "X-A: " + "1".repeat(9000)))
                .hasMessageContaining("longer than 8192");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a/b", "é", ".........-.........-.........-.........-.........-.........-.........-"})
    void refusesAnInstanceThatCanNotStandInAUri(String instance) {
        assertThatThrownBy(() -> RecordingPlan.instance(instance)).hasMessageStartingWith("instance: ");
    }

    @Test
    void takesNoInstanceForTheDefaultOne() throws Exception {
        assertThat(RecordingPlan.instance(null)).isEqualTo("default");
        assertThat(RecordingPlan.instance("second")).isEqualTo("second");
    }
}
