package org.siprecservlet.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallView;
import org.siprecservlet.call.Identity;
import org.siprecservlet.recording.RecordingView;

/** A living call in JSON. The fields and their order are a contract; null is left out. See {@link CallView}. */
record CallJson(
        String callId,
        String calleeCallId,
        String state,
        PartyJson caller,
        PartyJson callee,
        String requestUri,
        String remoteAddress,
        Instant startedAt,
        Instant answeredAt,
        List<RecordingJson> recordings) {

    /** A side of the call; one without a display name has none here. */
    record PartyJson(String uri, String displayName) {

        static PartyJson of(Identity it) {
            return new PartyJson(it.uri(), unlessEmpty(it.displayName()));
        }
    }

    static CallJson of(CallView it, List<RecordingView> recordings) {
        Optional<AnsweredCall> answered = it.answered();
        return new CallJson(
                it.id().value(),
                answered.map(AnsweredCall::calleeCallId).orElse(null),
                Words.of(it.state()),
                PartyJson.of(it.incoming().caller()),
                PartyJson.of(it.incoming().callee()),
                it.incoming().requestUri(),
                unlessEmpty(it.incoming().remoteAddress()),
                it.incoming().startedAt(),
                answered.map(AnsweredCall::answeredAt).orElse(null),
                recordings.stream().map(RecordingJson::of).toList());
    }

    private static String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
