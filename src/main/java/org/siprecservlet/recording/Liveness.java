package org.siprecservlet.recording;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.Headers;

/**
 * Asks a server from time to time whether it is still there, by OPTIONS within the session (RFC 3261 section 11). Whatever it
 * answers is a sign of life, but for 481. Silence counts only of a server that has answered before, in this session or
 * another, and only the second time in a row: a network may be down for a moment, and a server that never answers OPTIONS may
 * well record. Confined to the recording's mailbox.
 */
final class Liveness {

    /** How many questions in a row have to be without an answer. */
    static final int MOST_UNANSWERED = 2;

    private static final int NO_SUCH_DIALOG = 481;
    private static final InDialogRequest QUESTION = new InDialogRequest("OPTIONS", Headers.NONE, Body.NONE);

    private final SrsLeg leg;
    private final Executor mailbox;
    private final Deadline deadline;
    /** Another one for each session; null when there is none. */
    private Object session;

    /** Another one for each question; null when none is waiting for an answer. */
    private Object question;

    private int unanswered;

    Liveness(SrsLeg leg, Timers timers, Executor mailbox) {
        this.leg = leg;
        this.mailbox = mailbox;
        this.deadline = new Deadline(timers);
    }

    /** Begins or ends; nothing happens when it goes on as it was. */
    void watch(boolean on) {
        if (on && session == null) {
            session = new Object();
            askLater(leg.keepalive());
        } else if (!on && session != null) {
            session = null;
            deadline.clear();
        }
    }

    private void askLater(Duration interval) {
        unanswered = 0;
        question = null;
        if (interval.isZero()) {
            deadline.clear();
        } else {
            await(interval, this::ask);
        }
    }

    private void ask() {
        Object asked = new Object();
        question = asked;
        await(leg.answerTimeout(), () -> unanswered(false));
        leg.ask(QUESTION, answer -> answered(asked, answer));
    }

    /** A late answer is one, too; only the container's word that none has come is worth nothing by then. */
    private void answered(Object asked, ServerReply answer) {
        if (session == null) {
            return;
        }
        if (answer.status() == NO_SUCH_DIALOG) {
            leg.vanished(ServerRefusal.of(NO_SUCH_DIALOG), "it does not know the session any more");
        } else if (answer.isFromServer()) {
            leg.noteAnswer();
            askLater(leg.keepalive());
        } else if (question == asked) {
            unanswered(answer.equals(ServerReply.NOT_SENT));
        }
    }

    /** @param unreachable whether the question could not even be sent, which says enough of any server */
    private void unanswered(boolean unreachable) {
        if (++unanswered < MOST_UNANSWERED) {
            ask();
        } else if (unreachable || leg.isKnownToAnswer()) {
            leg.vanished(ServerRefusal.NO_ANSWER, "it gives no answer to OPTIONS");
        } else {
            askLater(leg.keepalive());
        }
    }

    private void await(Duration delay, Runnable task) {
        Object awaiting = session;
        deadline.set(
                delay,
                () -> mailbox.execute(() -> {
                    if (session == awaiting) {
                        task.run();
                    }
                }));
    }
}
