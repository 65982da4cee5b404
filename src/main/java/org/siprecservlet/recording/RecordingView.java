package org.siprecservlet.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;

/**
 * What is known of one recording at one moment: a final value, safe to keep and to hand to any thread.
 */
public final class RecordingView {

    /** A participant as told to the recorder. */
    public record Participant(String id, Side side, String uri, String displayName) {}

    /** A stream as offered to the recorder; {@code accepted} once the recorder's answer takes its line. */
    public record Stream(String id, String label, String mediaType, String participantId, boolean accepted) {

        Stream notAccepted() {
            return new Stream(id, label, mediaType, participantId, false);
        }
    }

    /**
     * What the relay had counted of a stream when it was last asked.
     *
     * @param measure whether these packets left for the recorder, or came in from the party at a relay that does not count
     *     what it copies
     * @param packets RTP packets
     * @param bytes of those, RTP headers included; null when the relay does not count them
     * @param lost packets that did not reach the relay; null when it does not count them
     */
    public record Counts(CopyCount.Measure measure, long packets, Long bytes, Long lost) {

        static Counts of(CopyCount it) {
            return new Counts(it.measure(), it.packets(), it.bytes(), it.lost());
        }
    }

    /**
     * That nothing is copied although it should be.
     *
     * @param since when packets were last known to flow, or should have begun to
     * @param detail what the relay says to that; empty when it says nothing
     */
    public record Silence(Instant since, String detail) {}

    /**
     * What became of what the parties were to hear of the recording.
     *
     * @param given whether both hear it, or have heard it
     * @param detail which party does not, and why; empty when both do
     */
    public record Notice(boolean given, String detail) {}

    private final RecordingFacts facts;

    RecordingView(RecordingFacts facts) {
        this.facts = facts;
    }

    public RecordingId id() {
        return facts.id();
    }

    public String instance() {
        return facts.instance();
    }

    /** The Call-ID of the caller's leg. */
    public CallId callId() {
        return facts.callId();
    }

    /** The Call-ID of the callee's leg; empty while the call is not answered. */
    public Optional<String> calleeCallId() {
        return Optional.ofNullable(facts.calleeCallId());
    }

    /** The Call-ID of the recording session's latest dialog; empty before the first INVITE. */
    public Optional<String> srsCallId() {
        return Optional.ofNullable(facts.srsCallId());
    }

    /** The metadata's {@code session_id} (RFC 7865 section 6.3.1). */
    public String sessionId() {
        return facts.sessionId();
    }

    /** The recording server that records, or that was tried last. */
    public Optional<SrsUri> server() {
        return Optional.ofNullable(facts.server());
    }

    public RecordingState state() {
        return facts.state();
    }

    /** Why it ended; empty while it lives. */
    public Optional<EndReason> reason() {
        return Optional.ofNullable(facts.reason());
    }

    /** The final SIP status of the recording server's refusal, when there was one. */
    public Optional<Integer> sipStatus() {
        return Optional.ofNullable(facts.sipStatus());
    }

    /** One sentence for the operator about the end; empty when there is nothing to add to the reason. */
    public Optional<String> detail() {
        return Optional.ofNullable(facts.detail());
    }

    public List<Participant> participants() {
        return facts.participants();
    }

    public List<Stream> streams() {
        return facts.streams();
    }

    /** What the relay has counted of the stream with this label; empty when it was not asked yet. */
    public Optional<Counts> counts(String label) {
        return Optional.ofNullable(facts.counts().get(label));
    }

    /** That no packets are copied, although it is active; empty when they are, or need not be. */
    public Optional<Silence> silence() {
        return Optional.ofNullable(facts.silence());
    }

    /** What became of what the parties were to hear of it; empty when that was nothing, or not yet. */
    public Optional<Notice> notice() {
        return Optional.ofNullable(facts.notice());
    }

    /** When the recording was asked for. */
    public Instant createdAt() {
        return facts.createdAt();
    }

    /** When it became active. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(facts.startedAt());
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(facts.endedAt());
    }

    /** From which servers it has moved to which in mid-call, in order; empty when it has stayed where it began. */
    public List<RecordingMove> moves() {
        return facts.moves();
    }
}
