package org.siprecservlet.container;

import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.Dialog;
import org.siprecservlet.testkit.sip.Edit;
import org.siprecservlet.testkit.sip.IncomingCall;
import org.siprecservlet.testkit.sip.UserAgent;

/** A call that has been answered and acknowledged, as its two sides see it. */
record Conversation(ClientCall out, IncomingCall in) {

    static Conversation between(UserAgent caller, UserAgent callee, Edit... edits) {
        ClientCall out = caller.invite(callee.uri(), CallTest.OFFER, edits);
        IncomingCall in = callee.awaitCall();
        in.answer(CallTest.ANSWER);
        return acknowledged(out, in);
    }

    /** Goes on from where the callee has answered. */
    static Conversation acknowledged(ClientCall out, IncomingCall in) {
        out.awaitResponse(200);
        out.ack();
        in.awaitAck();
        return new Conversation(out, in);
    }

    Dialog caller() {
        return out.dialog();
    }

    Dialog callee() {
        return in.dialog();
    }

    /** The caller hangs up. */
    void end() {
        var bye = caller().bye();
        callee().awaitBye();
        bye.awaitResponse(200);
    }
}
