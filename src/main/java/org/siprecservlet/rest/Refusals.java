package org.siprecservlet.rest;

import javax.ws.rs.core.Response.Status;
import org.siprecservlet.recording.RecordingRefused;

/** What clients are told when recordings refuse what was asked of them. */
final class Refusals {

    private Refusals() {}

    static Problem problem(RecordingRefused refused) {
        String detail = refused.getMessage();
        return switch (refused.reason()) {
            case UNKNOWN_CALL -> Problem.of(Status.NOT_FOUND, "call-not-found", detail);
            case UNKNOWN_RECORDING -> Problem.of(Status.NOT_FOUND, "recording-not-found", detail);
            case CALL_IS_OVER, INSTANCE_IN_USE, ALREADY_OVER, NOT_POSSIBLE_NOW -> Problem.of(
                            Status.CONFLICT, Words.of(refused.reason()), detail)
                    .with(null, refused.sipStatus().orElse(null));
            case SHUTTING_DOWN -> Problem.of(Status.SERVICE_UNAVAILABLE, Words.of(refused.reason()), detail);
        };
    }
}
