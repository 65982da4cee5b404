package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingRequest;

/** What a recorder hears of both parties, and what it says to being asked to hear something else. */
final class Hearing {

    /** What was on its way when the media stopped has arrived by then. */
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private static final Duration A_WHILE = Duration.ofMillis(400);
    private static final int PATIENCE_SECONDS = 10;

    private Hearing() {}

    static void assertQuiet(RecordedSession session) {
        for (int line = 1; line <= 2; line++) {
            session.line(line).staysQuiet(A_MOMENT);
            assertThat(session.line(line).staysQuiet(A_WHILE))
                    .as("line " + line)
                    .isTrue();
        }
    }

    static void assertFlows(RecordedSession session) {
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitMore(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitMore(Voice.ENOUGH));
    }

    /** Accepts a re-INVITE that the recorder has kept waiting. */
    static void agree(RecordedSession session, IncomingRequest reinvite) {
        reinvite.respond(
                200,
                Edit.sdp(session.media().answer(Sdp.parse(reinvite.request().sdp()), lines -> lines)));
    }

    static <T> T soon(CompletableFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
