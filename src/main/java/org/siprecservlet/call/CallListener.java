package org.siprecservlet.call;

/**
 * Hears what becomes of calls. The B2BUA tells, after the fact and in order for one call; a listener can not delay,
 * change or break the call: it returns at once and what it throws is logged and dropped.
 */
public interface CallListener {

    /** The callee answered and the 200 has left for the caller. Told once per call. */
    void answered(AnsweredCall call);

    /** An answered call is over, whoever ended it. Told once, and only after {@link #answered}. */
    void ended(CallId call);
}
