package org.siprecservlet.sip;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.TimerService;

/**
 * Has the work of an application session done on threads of the container, in the session's turn: at the end of the
 * message that the thread is about, or else in a turn of its own.
 *
 * <p>A message sent from any other thread goes out as well. But a container may look only at the end of a turn whether
 * a session is over; one whose last message was sent elsewhere is then kept for good.
 */
final class Turns {

    private static final System.Logger LOG = System.getLogger(Turns.class.getName());
    private static final ThreadLocal<Deque<Runnable>> CURRENT = new ThreadLocal<>();

    /** Carried by a timer that never leaves this process: no container serializes one that is not persistent. */
    private static final class Turn implements Serializable {

        private static final long serialVersionUID = 1L;
        private final transient Runnable work;

        private Turn(Runnable work) {
            this.work = work;
        }

        /**
         * Creates the timer. Open Liberty notes a timer only after it has started it: one that runs out in between would
         * be forgotten before it is noted, and the note then keeps the session for good.
         */
        private synchronized void create(TimerService timers, SipApplicationSession session) {
            timers.createTimer(session, 0, false, this);
        }

        private synchronized void awaitCreation() {}
    }

    private final TimerService timers;
    private final Executor elsewhere;

    /** @param elsewhere does what comes when a session is already over */
    Turns(TimerService timers, Executor elsewhere) {
        this.timers = timers;
        this.elsewhere = elsewhere;
    }

    /** Takes a message on the thread on which the container brings it, then what that message led to. */
    static void take(Runnable message) {
        Deque<Runnable> work = new ArrayDeque<>();
        CURRENT.set(work);
        try {
            message.run();
            while (!work.isEmpty()) {
                work.poll().run();
            }
        } finally {
            CURRENT.remove();
        }
    }

    /** Takes the turn that was asked for with this timer. */
    static void take(ServletTimer timer) {
        if (timer.getInfo() instanceof Turn turn) {
            turn.awaitCreation();
            take(turn.work);
        }
    }

    /** Does tasks in the turn of this session. */
    Executor of(SipApplicationSession session) {
        return task -> {
            Deque<Runnable> current = CURRENT.get();
            if (current != null) {
                current.add(task);
            } else {
                ask(session, task);
            }
        };
    }

    private void ask(SipApplicationSession session, Runnable task) {
        try {
            new Turn(task).create(timers, session);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "The session is over, so its work is done elsewhere", e);
            elsewhere.execute(task);
        }
    }
}
