package org.siprecservlet.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;

/** Recordings as they look at four moments of their life. */
public final class RecordingViews {

    private static final Instant CREATED = Instant.parse("2030-01-02T03:04:05Z");

    private RecordingViews() {}

    /** The call is being set up: not even its callee's leg is known. */
    public static RecordingView armed(String id, String callId) {
        return new RecordingView(new RecordingFacts(
                new RecordingId(id),
                "default",
                new CallId(callId),
                null,
                null,
                "c2Vzc2lvbg==",
                null,
                RecordingState.ARMED,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                CREATED,
                null,
                null,
                List.of()));
    }

    /** Nothing has been sent yet: neither server nor participants. */
    public static RecordingView starting(String id, String callId) {
        return new RecordingView(new RecordingFacts(
                new RecordingId(id),
                "default",
                new CallId(callId),
                callId + "-b",
                null,
                "c2Vzc2lvbg==",
                null,
                RecordingState.STARTING,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                CREATED,
                null,
                null,
                List.of()));
    }

    /** Everything is known but the end. */
    public static RecordingView active(String id, String callId) {
        return new RecordingView(new RecordingFacts(
                new RecordingId(id),
                "default",
                new CallId(callId),
                callId + "-b",
                "rs@src",
                "c2Vzc2lvbg==",
                new SrsUri("sip:srs.example.com"),
                RecordingState.ACTIVE,
                null,
                null,
                null,
                List.of(
                        new RecordingView.Participant("cDE=", Side.CALLER, "sip:alice@example.com", "Alice \"A\""),
                        new RecordingView.Participant("cDI=", Side.CALLEE, "sip:bob@example.com", "")),
                List.of(new RecordingView.Stream("czE=", "1", "audio", "cDE=", true)),
                Map.of("1", new RecordingView.Counts(CopyCount.Measure.COPIED, 3000, 516_000L, 2L)),
                null,
                null,
                CREATED,
                CREATED.plusMillis(1500),
                null,
                List.of()));
    }

    /** Active, and its only stream has had nothing; the relay counts packets alone. */
    public static RecordingView silent(String id, String callId) {
        return new RecordingView(new RecordingFacts(
                new RecordingId(id),
                "default",
                new CallId(callId),
                callId + "-b",
                "rs@src",
                "c2Vzc2lvbg==",
                new SrsUri("sip:srs.example.com"),
                RecordingState.ACTIVE,
                null,
                null,
                null,
                List.of(),
                List.of(new RecordingView.Stream("czE=", "1", "audio", "cDE=", true)),
                Map.of("1", new RecordingView.Counts(CopyCount.Measure.RECEIVED, 0, null, null)),
                new RecordingView.Silence(CREATED.plusSeconds(2), ""),
                new RecordingView.Notice(false, "the callee does not hear it: The call has opus/48000/2."),
                CREATED,
                CREATED.plusMillis(1500),
                null,
                List.of()));
    }

    /** The last server refused. */
    public static RecordingView refused(String id, String callId) {
        return new RecordingView(new RecordingFacts(
                new RecordingId(id),
                "default",
                new CallId(callId),
                callId + "-b",
                "rs@src",
                "c2Vzc2lvbg==",
                new SrsUri("sip:srs.example.com"),
                RecordingState.FAILED,
                EndReason.SRS_REFUSED,
                503,
                "503 Service Unavailable",
                List.of(),
                List.of(),
                Map.of(),
                null,
                null,
                CREATED,
                null,
                CREATED.plusSeconds(2),
                List.of()));
    }
}
