package org.siprecservlet.recording;

/**
 * Why a recording ended or never began. The one vocabulary of log, REST, events and metrics.
 */
public enum EndReason {
    /** The recorded call is over: the normal end. */
    CALL_ENDED,
    /** The call was over before the callee had answered, so there was nothing to record. */
    CALL_NOT_ANSWERED,
    /** Somebody asked for the end of the recording. */
    STOP_REQUESTED,
    /** A party of the call did not wish it ({@code a=recordpref:off}), and the rule lets parties decide. */
    PARTY_OPTED_OUT,
    /** The application is going down. */
    SHUTDOWN,
    /** The recording server ended the recording session. */
    SRS_HUNG_UP,
    /**
     * The recording server vanished within the recording session: it does not answer, does not acknowledge what it is
     * answered, or does not know the session any more.
     */
    SRS_LOST,
    /** The last recording server that was tried refused; the SIP status says how. */
    SRS_REFUSED,
    /** The last recording server that was tried gave no final answer in time. */
    SRS_NO_ANSWER,
    /** The last recording server that was tried could not be reached at all. */
    SRS_UNREACHABLE,
    /** The recording server's answer can not be used: no SDP, malformed SDP, or a wrong number of lines. */
    SRS_ANSWER_UNUSABLE,
    /** The recording can not be what the plan says: a template brings what is not allowed, or there is no such socket. */
    BAD_PLAN,
    /** The call has no media that can be copied, for example only encrypted media. */
    NOTHING_TO_RECORD,
    /** The media relay refused or failed. */
    RELAY_FAILED,
    /** A fault of this software; the log has the details. */
    INTERNAL_ERROR
}
