package org.siprecservlet.sip;

import javax.servlet.sip.SipSession;

/** Hears the two facts of a call that matter outside it. */
interface CallOutcome {

    /**
     * The first 200 has left for the caller, and the first offer is answered.
     *
     * @param sessionId the Session-ID that the 200 had; null when it had none
     */
    void answered(B2bCall call, SipSession callee, String sessionId);

    /** The call is over; told once. The other fact may not have come to be. */
    void ended(B2bCall call);
}
