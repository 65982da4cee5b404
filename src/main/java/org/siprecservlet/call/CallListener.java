package org.siprecservlet.call;

import org.siprecservlet.sdp.RecordPreference;

/**
 * Hears what becomes of calls. The B2BUA tells, after the fact and in order for one call; a listener can not delay,
 * change or break the call: it returns at once and what it throws is logged and dropped.
 */
public interface CallListener {

    /** A caller's first INVITE has been taken. Told once per call, before anything else. */
    void arrived(IncomingCall call);

    /** The callee answered and the 200 has left for the caller. Told once per call at most. */
    void answered(AnsweredCall call);

    /**
     * The sides of an answered call have agreed on its media anew, by re-INVITE or UPDATE, and both have been told; maybe
     * nothing is other than before. Told after each such exchange, never before {@link #answered}.
     */
    void changed(CallId call);

    /**
     * What the sides wish of the recording of their call, both together (RFC 7866 section 7.1.3). Told with each exchange of
     * offer and answer, what was wished before the answer just before {@link #answered}; maybe nothing is other than before.
     */
    void preferred(CallId call, RecordPreference wish);

    /** A call is over, whoever ended it, answered or not. Told once for each that {@link #arrived}. */
    void ended(CallId call);
}
