package org.siprecservlet.sip;

/**
 * Keeps an INVITE of ours back while one of the other side is under way in the same dialog (RFC 3261 section 14.1). Safe for
 * any thread; sends without holding the lock.
 */
final class InviteTurn {

    private boolean theirs;
    private boolean closed;
    private Runnable ours;

    /** The other side's INVITE has come. */
    synchronized void theirsBegins() {
        theirs = true;
    }

    /** The other side's INVITE has been refused, or the answer to it acknowledged. */
    void theirsEnds() {
        Runnable waiting;
        synchronized (this) {
            theirs = false;
            waiting = ours;
            ours = null;
        }
        if (waiting != null) {
            waiting.run();
        }
    }

    /** Sends ours, now or as soon as the other side's is over. */
    void ours(Runnable sending) {
        if (!waits(sending)) {
            sending.run();
        }
    }

    private synchronized boolean waits(Runnable sending) {
        if (theirs && !closed) {
            ours = sending;
        }
        return theirs || closed;
    }

    /** The dialog is over: nothing is sent any more. */
    synchronized void close() {
        closed = true;
        ours = null;
    }
}
