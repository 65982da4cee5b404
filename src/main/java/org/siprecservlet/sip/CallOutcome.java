package org.siprecservlet.sip;

import javax.servlet.sip.SipSession;
import org.siprecservlet.sdp.RecordPreference;

/** Hears the facts of a call that matter outside it. */
interface CallOutcome {

    /**
     * The first 200 has left for the caller, and the first offer is answered.
     *
     * @param sessionId the Session-ID that the 200 had; null when it had none
     */
    void answered(B2bCall call, SipSession callee, String sessionId);

    /** The sides have agreed on the media anew, and both have been told. */
    void changed(B2bCall call);

    /** What the sides wish of the recording of their call, both together, after an exchange of offer and answer. */
    void preferred(B2bCall call, RecordPreference wish);

    /** The call is over; told once. The other facts may not have come to be. */
    void ended(B2bCall call);
}
