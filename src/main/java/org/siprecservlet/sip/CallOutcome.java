package org.siprecservlet.sip;

import javax.servlet.sip.SipSession;

/** Hears the two facts of a call that matter outside it. */
interface CallOutcome {

    /** The first 200 has left for the caller. */
    void answered(B2bCall call, SipSession callee);

    /** The call is over; told once. */
    void ended(B2bCall call, boolean wasAnswered);
}
