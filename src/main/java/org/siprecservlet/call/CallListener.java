package org.siprecservlet.call;

/**
 * Hears what becomes of calls. The B2BUA tells, after the fact and in order for one call; a listener can not delay,
 * change or break the call: it returns at once and what it throws is logged and dropped.
 */
public interface CallListener {

    /** A caller's first INVITE has been taken. Told once per call, before anything else. */
    void arrived(IncomingCall call);

    /** The callee answered and the 200 has left for the caller. Told once per call at most. */
    void answered(AnsweredCall call);

    /** A call is over, whoever ended it, answered or not. Told once for each that {@link #arrived}. */
    void ended(CallId call);
}
