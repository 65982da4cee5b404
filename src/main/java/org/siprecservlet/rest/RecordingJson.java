package org.siprecservlet.rest;

import java.time.Instant;
import java.util.List;
import org.siprecservlet.recording.RecordingMove;
import org.siprecservlet.recording.RecordingView;
import org.siprecservlet.recording.SrsUri;

/** A recording in JSON. The fields and their order are a contract; null is left out. See {@link RecordingView}. */
public record RecordingJson(
        String id,
        String callId,
        String calleeCallId,
        String srsCallId,
        String sessionId,
        String server,
        String instance,
        String state,
        String reason,
        Integer sipStatus,
        String detail,
        SilenceJson silence,
        NoticeJson notice,
        List<ParticipantJson> participants,
        List<StreamJson> streams,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<MoveJson> moves)
        implements Audited {

    /** A participant as told to the recorder; one without a display name has none here. */
    public record ParticipantJson(String id, String side, String uri, String displayName) {

        static ParticipantJson of(RecordingView.Participant it) {
            String name = it.displayName() == null || it.displayName().isEmpty() ? null : it.displayName();
            return new ParticipantJson(it.id(), Words.of(it.side()), it.uri(), name);
        }
    }

    /** A stream as offered to the recorder. */
    public record StreamJson(
            String id, String label, String mediaType, String participantId, boolean accepted, RtpJson rtp) {

        static StreamJson of(RecordingView recording, RecordingView.Stream it) {
            return new StreamJson(
                    it.id(),
                    it.label(),
                    it.mediaType(),
                    it.participantId(),
                    it.accepted(),
                    recording.counts(it.label()).map(RtpJson::of).orElse(null));
        }
    }

    /** What the media relay had counted of a stream when it was last asked; what it does not count is left out. */
    public record RtpJson(String measure, long packets, Long bytes, Long lost) {

        static RtpJson of(RecordingView.Counts it) {
            return new RtpJson(Words.of(it.measure()), it.packets(), it.bytes(), it.lost());
        }
    }

    /** That nothing is copied although it should be. */
    public record SilenceJson(String reason, Instant since, String detail) {

        private static final String REASON = "no-media";

        static SilenceJson of(RecordingView.Silence it) {
            return new SilenceJson(REASON, it.since(), it.detail().isEmpty() ? null : it.detail());
        }
    }

    /** What became of what the parties were to hear of the recording. */
    public record NoticeJson(boolean given, String detail) {

        static NoticeJson of(RecordingView.Notice it) {
            return new NoticeJson(it.given(), it.detail().isEmpty() ? null : it.detail());
        }
    }

    /** How it came from a recorder that had vanished to the next one; see {@link RecordingMove}. */
    public record MoveJson(String from, String to, Instant heardAt, Instant lostAt, Instant movedAt, long gapMillis) {

        static MoveJson of(RecordingMove it) {
            return new MoveJson(
                    it.from().value(),
                    it.to().value(),
                    it.heardAt(),
                    it.lostAt(),
                    it.movedAt(),
                    it.gap().toMillis());
        }

        /** Null for those that never moved, which are most. */
        static List<MoveJson> all(List<RecordingMove> moves) {
            return moves.isEmpty() ? null : moves.stream().map(MoveJson::of).toList();
        }
    }

    @Override
    public String outcome() {
        return state + " recording=" + id;
    }

    public static RecordingJson of(RecordingView it) {
        return new RecordingJson(
                it.id().value(),
                it.callId().value(),
                it.calleeCallId().orElse(null),
                it.srsCallId().orElse(null),
                it.sessionId(),
                it.server().map(SrsUri::value).orElse(null),
                it.instance(),
                Words.of(it.state()),
                it.reason().map(Words::of).orElse(null),
                it.sipStatus().orElse(null),
                it.detail().orElse(null),
                it.silence().map(SilenceJson::of).orElse(null),
                it.notice().map(NoticeJson::of).orElse(null),
                it.participants().stream().map(ParticipantJson::of).toList(),
                it.streams().stream().map(stream -> StreamJson.of(it, stream)).toList(),
                it.createdAt(),
                it.startedAt().orElse(null),
                it.endedAt().orElse(null),
                MoveJson.all(it.moves()));
    }
}
