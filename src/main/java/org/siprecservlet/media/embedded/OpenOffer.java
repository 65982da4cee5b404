package org.siprecservlet.media.embedded;

import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/** The latest offer of a call. On one event loop only. */
final class OpenOffer {

    private final Side from;
    private final SessionDescription sdp;
    private final List<RelayedLine> opened = new ArrayList<>();
    private boolean answered;

    OpenOffer(Side from, SessionDescription sdp) {
        this.from = from;
        this.sdp = sdp;
    }

    Side from() {
        return from;
    }

    SessionDescription sdp() {
        return sdp;
    }

    /** Whether an answer has come; another may take its place. */
    boolean isAnswered() {
        return answered;
    }

    void answered() {
        answered = true;
    }

    /** Tells that a line got its ports because of this offer. */
    void opens(RelayedLine line) {
        opened.add(line);
    }

    /** Frees what only this offer needed. */
    void closeOpened() {
        opened.forEach(RelayedLine::close);
    }
}
