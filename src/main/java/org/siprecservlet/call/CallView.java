package org.siprecservlet.call;

import java.util.Objects;
import java.util.Optional;

/** What is known of a living call at one moment. A final value, safe to keep and to hand to any thread. */
public final class CallView {

    /** How far a call has come. */
    public enum State {
        /** It is being set up. */
        RINGING,
        /** The callee has answered. */
        ANSWERED
    }

    private final IncomingCall incoming;
    private final AnsweredCall answered;

    private CallView(IncomingCall incoming, AnsweredCall answered) {
        this.incoming = Objects.requireNonNull(incoming);
        this.answered = answered;
    }

    public static CallView of(IncomingCall call) {
        return new CallView(call, null);
    }

    public static CallView of(AnsweredCall call) {
        return new CallView(call.incoming(), call);
    }

    public CallId id() {
        return incoming.id();
    }

    public State state() {
        return answered == null ? State.RINGING : State.ANSWERED;
    }

    /** What the caller's first INVITE told. */
    public IncomingCall incoming() {
        return incoming;
    }

    /** What the answer added to that; empty while the call is ringing. */
    public Optional<AnsweredCall> answered() {
        return Optional.ofNullable(answered);
    }
}
