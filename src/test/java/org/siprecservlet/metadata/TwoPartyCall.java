package org.siprecservlet.metadata;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The document of a plain recorded call, for tests. */
final class TwoPartyCall {

    private static final Instant ANSWERED = Instant.parse("2026-03-01T10:00:02.120Z");
    private static final Instant RECORDED = ANSWERED.plus(Duration.ofNanos(380_123_456));

    private TwoPartyCall() {}

    static RecordingMetadata between(NameId caller, NameId callee) {
        return new RecordingMetadata(
                Datamode.COMPLETE,
                List.of(),
                List.of(session()),
                List.of(
                        new Participant(id(2), List.of(caller), List.of()),
                        new Participant(id(3), List.of(callee), List.of())),
                List.of(new Stream(id(4), id(1), "1"), new Stream(id(5), id(1), "2")),
                List.of(new SessionRecordingAssoc(id(1), RECORDED, null)),
                List.of(joined(id(2)), joined(id(3))),
                List.of(
                        new ParticipantStreamAssoc(id(2), List.of(id(4)), List.of(id(5)), RECORDED, null),
                        new ParticipantStreamAssoc(id(3), List.of(id(5)), List.of(id(4)), RECORDED, null)));
    }

    private static Session session() {
        SipSessionId sipSession =
                new SipSessionId("ab30317f1a784dc48ff824d0d3715d86", "47755a9de7794ba387653f2099600ef2");
        return new Session(
                id(1),
                List.of(sipSession),
                List.of(),
                null,
                ANSWERED,
                null,
                List.of(Extension.callId("a84b4c76e66710@192.0.2.10")));
    }

    private static ParticipantSessionAssoc joined(MetadataId participant) {
        return new ParticipantSessionAssoc(participant, id(1), ANSWERED, null, List.of());
    }

    /** A version 4 UUID that tells its number. */
    static MetadataId id(int number) {
        return MetadataId.random(() -> new UUID(0x4000, Long.MIN_VALUE + number));
    }
}
