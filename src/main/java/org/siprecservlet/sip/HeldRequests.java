package org.siprecservlet.sip;

import java.util.ArrayDeque;
import java.util.Deque;

/** Requests of the sides that wait for the end of a request of our own, in the order in which they came. Confined to the call's lane. */
final class HeldRequests {

    private record Held(Leg leg, String method, Runnable handing) {}

    private final Deque<Held> waiting = new ArrayDeque<>();

    /** @param handing hands the request on once it need not wait any more */
    void add(Leg leg, String method, Runnable handing) {
        waiting.add(new Held(leg, method, handing));
    }

    /** Forgets the INVITE of this leg that waits here, if one does: it was cancelled, and the container has answered it. */
    void forgetInvite(Leg leg) {
        waiting.removeIf(held -> held.method().equals("INVITE") && held.leg().isSame(leg));
    }

    void handOn() {
        while (!waiting.isEmpty()) {
            waiting.poll().handing().run();
        }
    }
}
