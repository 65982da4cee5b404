package org.siprecservlet.container;

import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.siprecservlet.testkit.sip.Trace;
import org.siprecservlet.testkit.sip.UserAgent;

/**
 * Asks until the application answers. A server says that a WAR has been deployed some tenths of a second before its SIP
 * servlets are started, and refuses what comes in between (403 on Open Liberty).
 */
final class CallsAreTaken implements BeforeAllCallback {

    private static final int OK = 200;
    private static final int TRIES = 200;
    private static final Duration BREATH = Duration.ofMillis(100);

    @Override
    public void beforeAll(ExtensionContext context) {
        await("OPTIONS");
    }

    /** Asks with requests of a method, which the application that is to be there answers. */
    static void await(String method) {
        try (var phone = UserAgent.start("probe", new Trace()).through(Server.HOST, Server.sipPort())) {
            int status = answerTo(phone, method);
            for (int i = 1; i < TRIES && status != OK && phone.staysQuiet(BREATH); i++) {
                status = answerTo(phone, method);
            }
            if (status != OK) {
                throw new IllegalStateException(
                        "After " + BREATH.multipliedBy(TRIES) + " the server answers " + status + " to " + method);
            }
        }
    }

    private static int answerTo(UserAgent phone, String method) {
        return phone.request(method, "sip:" + Server.HOST + ":" + Server.sipPort())
                .awaitFinal()
                .status();
    }
}
