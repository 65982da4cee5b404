package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.UserAgent;

/**
 * What all tests of calls have in common: two phones, and the certainty that no call, no media port and no complaint of the
 * server is left behind.
 */
abstract class CallTest {

    static final String OFFER = Sdp.offer("127.0.0.1", audio(20000, 0, 8, 101));
    static final String ANSWER = Sdp.answer("127.0.0.1", audio(20002, 0, 101));

    /** How long a test looks on before it believes that nothing comes. */
    static final Duration A_WHILE = Duration.ofMillis(700);

    private static ServerLog log;

    private final Carried before = Carried.now();

    final Phones phones = new Phones();
    final UserAgent alice = phones.alice;
    final UserAgent bob = phones.bob;

    @BeforeAll
    static void openTheLog() {
        log = new ServerLog();
    }

    @AfterEach
    void nothingIsLeft() {
        Carried left = Carried.await(before::equals);
        phones.close();
        assertThat(left).isEqualTo(before);
    }

    @AfterAll
    static void theServerHasNotComplained() {
        assertThat(log.complaints()).isEmpty();
    }
}
