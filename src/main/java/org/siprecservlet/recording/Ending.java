package org.siprecservlet.recording;

import java.util.Objects;

/**
 * Why a recording ends.
 *
 * @param sipStatus the server's refusal; null when there was none
 * @param detail one sentence for the operator; null when there is nothing to add to the reason
 */
record Ending(EndReason reason, Integer sipStatus, String detail) {

    Ending {
        Objects.requireNonNull(reason);
    }

    static Ending of(EndReason reason) {
        return new Ending(reason, null, null);
    }

    static Ending of(EndReason reason, String detail) {
        return new Ending(reason, null, detail);
    }
}
