package org.siprecservlet.media.rtpproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.control.InTurn;
import org.siprecservlet.sdp.SessionDescription;

/** The latest offer of a call. Touched by the steps of its call only. */
final class OpenOffer {

    private final Side from;
    private final SessionDescription sdp;
    private final List<ProxiedLine> opened = new ArrayList<>();
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

    /** Tells that a line got its session because of this offer. */
    void opens(ProxiedLine line) {
        opened.add(line);
    }

    /** Ends what only this offer needed. */
    CompletionStage<Void> closeOpened() {
        return InTurn.each(opened, ProxiedLine::close);
    }
}
