package org.siprecservlet.recording;

import java.util.Objects;
import java.util.Optional;
import org.siprecservlet.call.CallId;

/** Something that was asked of the recorder can not be done, or was not. The message tells the operator why. */
public final class RecordingRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** What programs go by. */
    public enum Reason {
        /** No living call has this id. */
        UNKNOWN_CALL,
        /** No recording has this id or instance, or no longer. */
        UNKNOWN_RECORDING,
        /** The call has just ended. */
        CALL_IS_OVER,
        /** The call is being recorded under this instance's name. */
        INSTANCE_IN_USE,
        /** The recording is over, or about to be. */
        ALREADY_OVER,
        /** The recording is in a state in which it can not be done, or the recording server refused. */
        NOT_POSSIBLE_NOW,
        /** The application is going down and starts nothing. */
        SHUTTING_DOWN
    }

    private final Reason reason;
    private final Integer sipStatus;

    RecordingRefused(Reason reason, String message) {
        this(reason, message, null);
    }

    /** @param sipStatus the recording server's refusal; null when there was none */
    RecordingRefused(Reason reason, String message, Integer sipStatus) {
        super(message);
        this.reason = Objects.requireNonNull(reason);
        this.sipStatus = sipStatus;
    }

    static RecordingRefused unknown(RecordingId id) {
        return new RecordingRefused(Reason.UNKNOWN_RECORDING, "There is no recording \"" + id + "\", or no longer.");
    }

    static RecordingRefused unknown(CallId call, String instance) {
        return new RecordingRefused(
                Reason.UNKNOWN_RECORDING,
                "The call \"" + call + "\" has no recording as instance \"" + instance + "\", or no longer.");
    }

    static RecordingRefused over(RecordingId id) {
        return new RecordingRefused(Reason.ALREADY_OVER, "The recording \"" + id + "\" is over, or about to be.");
    }

    static RecordingRefused notNow(String message) {
        return new RecordingRefused(Reason.NOT_POSSIBLE_NOW, message);
    }

    /** It could not be done because of this event: the server refused, or the relay failed. */
    static RecordingRefused because(RecordingEvent event) {
        return event instanceof RecordingEvent.OfferRefused refused
                ? new RecordingRefused(Reason.NOT_POSSIBLE_NOW, refused.detail(), refused.sipStatus())
                : notNow(((RecordingEvent.Fatal) event).ending().detail());
    }

    public Reason reason() {
        return reason;
    }

    /** The SIP status with which the recording server refused, when that is the reason. */
    public Optional<Integer> sipStatus() {
        return Optional.ofNullable(sipStatus);
    }
}
