package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.conformance.Requirement;

class InviteCheckTest {

    private final Map<String, String> headers =
            new HashMap<>(Map.of("Contact", "<sip:alice@192.0.2.1>", "Require", "100rel"));
    private String callId = "1@192.0.2.1";
    private int contentLength = 200;

    @Test
    @Requirement("INI-10")
    void takesAnOrdinaryInvite() {
        assertThatCode(() -> InviteCheck.check(invite())).doesNotThrowAnyException();
    }

    @Test
    void refusesAnInviteWithoutContact() {
        headers.remove("Contact");

        assertThat(refusal().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*"})
    void refusesAContactThatNamesNobody(String contact) {
        headers.put("Contact", contact);

        assertThat(refusal().status()).isEqualTo(400);
    }

    @Test
    void refusesAnEmptyCallId() {
        callId = "";

        assertThat(refusal().status()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatNoDescriptionNeeds() {
        contentLength = 256 * 1024 + 1;

        assertThat(refusal().status()).isEqualTo(413);
    }

    @Test
    @Requirement("SRI-02")
    void refusesARecordingSessionThatARecorderBegins() {
        headers.put("Require", "100rel, SIPREC");

        assertThat(refusal().status()).isEqualTo(420);
        assertThat(refusal().headers()).containsEntry("Unsupported", "siprec");
    }

    private CallRefused refusal() {
        return catchThrowableOfType(CallRefused.class, () -> InviteCheck.check(invite()));
    }

    private SipServletRequest invite() {
        return (SipServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SipServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getCallId" -> callId;
                    case "getContentLength" -> contentLength;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" -> List.of(headers.get(arguments[0])).listIterator();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
