package org.siprecservlet.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.recording.BadPlanException;
import org.siprecservlet.recording.HeaderLine;
import org.siprecservlet.recording.PlanField;
import org.siprecservlet.recording.SessionDetails;

class TemplateTest {

    private static SessionDetails fill(PlanField field, String template, IncomingCall call) throws BadPlanException {
        return new PlanTemplates(Map.of(field, Template.parse(template))).fill(call);
    }

    private static String group(String template) throws BadPlanException {
        return fill(PlanField.GROUP, template, Calls.call("X-Queue", "support")).group();
    }

    @ParameterizedTest
    @CsvSource({
        "${call-id},call-1",
        "${caller.address},192.0.2.7",
        "${from},sip:alice@example.com:5070;user=phone",
        "${from.uri},sip:alice@example.com:5070;user=phone",
        "${from.user},alice",
        "${from.host},example.com",
        "${from.name},Alice & <Co>",
        "${to.user},+15550100",
        "<${to.host}>,<>",
        "${request-uri},sip:+15550100@pbx.example.com",
        "${request-uri.user},+15550100",
        "${request-uri.host},pbx.example.com",
        "${header.x-queue},support",
        "a${header.X-Queue}b${from.user}c,asupportbalicec",
        "$5 {x} $,$5 {x} $"
    })
    void saysWhatTheCallIs(String template, String text) throws Exception {
        assertThat(group(template)).isEqualTo(text);
    }

    @Test
    void takesAFieldThatTheCallLeavesEmptyForNone() throws Exception {
        assertThat(group("${header.X-None}")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "${from.usr},a call has no ${from.usr}",
        "${},a call has no ${}",
        "${header.},a call has no ${header.}",
        "${header.a b},a call has no ${header.a b}",
        "x ${from.user,has no } at its end"
    })
    void namesOnlyWhatACallHas(String template, String why) {
        assertThatThrownBy(() -> Template.parse(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void escapesWhatComesIntoXml() throws Exception {
        IncomingCall call = Calls.call("sip:a'\"<b>&c", "</name><x/>\u0000\uFFFF\r\n", Map.of());
        String template = "<nameID aor='${from.uri}'><name>${from.name}</name></nameID>";

        var nameId = fill(PlanField.CALLER, template, call).caller().nameIds().get(0);

        assertThat(nameId.aor()).isEqualTo("sip:a'\"<b>&c");
        assertThat(nameId.name().text()).isEqualTo("</name><x/>");
    }

    @Test
    void refusesALineEndInAHeader() {
        IncomingCall call = Calls.call("X-Evil", "1\r\nRoute: <sip:evil>");

        assertThatThrownBy(() -> fill(PlanField.HEADERS, "X-Copy: ${header.X-Evil}", call))
                .isInstanceOf(BadPlanException.class)
                .hasMessage("headers: ${header.X-Evil} of this call has a line end,"
                        + " which would make another header of it");
    }

    @Test
    void putsHarmlessTextIntoHeaders() throws Exception {
        assertThat(fill(PlanField.HEADERS, "X-A: 1\r\nX-B: ${from.user}", Calls.call())
                        .headers())
                .containsExactly(new HeaderLine("X-A", "1"), new HeaderLine("X-B", "alice"));
    }

    @Test
    void cutsWhatHasNoEnd() throws Exception {
        IncomingCall call = Calls.call("X-Queue", "😀".repeat(5000));

        assertThat(fill(PlanField.GROUP, "${header.X-Queue}", call).group()).isEqualTo("😀".repeat(256));
    }

    @Test
    void saysWhatTheCallMakesImpossible() {
        IncomingCall call = Calls.call("sip:a b@c", "", Map.of());

        assertThatThrownBy(() -> fill(PlanField.FROM_URI, "sip:${from.user}@src", call))
                .isInstanceOf(BadPlanException.class)
                .hasMessageStartingWith("fromUri: \"sip:a b@src\" is not a SIP URI");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALLER | <nameID aor='${from.uri}'><name>${from.name}</nameID> | not well-formed",
                "HEADERS | X-A ${from.user} | is not a header line",
                "HEADERS | Contact: ${from.user} | set by this software alone",
                "GROUP_EXTENSION | <a>${from.user} | not well-formed",
                "MEDIA | localhost | not an IPv4 or IPv6 address",
                "FROM_URI | nobody | not a SIP URI"
            })
    void isCheckedBeforeThereIsACall(PlanField field, String template, String why) {
        assertThatThrownBy(() -> PlanTemplates.check(field, Template.parse(template)))
                .isInstanceOf(BadPlanException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALLER | <nameID aor='${from.uri}'/>",
                "FROM_URI | ${header.X-From}",
                "MEDIA | ${header.X-Media}",
                "GROUP | calls",
                "GROUP_EXTENSION | <a>${from.user}</a>"
            })
    void passesWhenItMayBecomeRight(PlanField field, String template) throws Exception {
        PlanTemplates.check(field, Template.parse(template));
    }
}
