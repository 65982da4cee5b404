package org.siprecservlet.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.siprecservlet.call.CallId;

/** The values behind a {@link RecordingView}; what is not yet known, or never will be, is null. */
record RecordingFacts(
        RecordingId id,
        String instance,
        CallId callId,
        String calleeCallId,
        String srsCallId,
        String sessionId,
        SrsUri server,
        RecordingState state,
        EndReason reason,
        Integer sipStatus,
        String detail,
        List<RecordingView.Participant> participants,
        List<RecordingView.Stream> streams,
        Map<String, RecordingView.Counts> counts,
        RecordingView.Silence silence,
        RecordingView.Notice notice,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<RecordingMove> moves) {

    RecordingFacts {
        participants = List.copyOf(participants);
        streams = List.copyOf(streams);
        moves = List.copyOf(moves);
        counts = Map.copyOf(counts);
    }
}
