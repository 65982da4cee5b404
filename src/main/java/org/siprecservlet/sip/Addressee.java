package org.siprecservlet.sip;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.RecordMark;
import org.siprecservlet.sdp.SessionDescription;

/**
 * A side of a call as the one that descriptions are sent to. One that is record-aware finds in each of them what is recorded
 * (RFC 7866 section 7.1.2), and since that makes descriptions that the other side knows nothing of, their versions are
 * counted here. Any other side is sent what comes from the relay.
 */
final class Addressee {

    /** A description from the relay, and as it was sent. */
    private record Told(SessionDescription plain, SessionDescription sent) {}

    private final Party party;
    private Told latest;
    private Told agreed;
    private List<RecordMark> refused = List.of();

    Addressee(Party party) {
        this.party = party;
    }

    /** A description as it is sent to this side. */
    SessionDescription describe(SessionDescription plain, RecordingIndication now) {
        SessionDescription sent = party.isRecordAware() ? numbered(RecordMark.put(marks(plain, now), plain)) : plain;
        latest = new Told(plain, sent);
        return sent;
    }

    /** What this side was sent last. */
    Optional<SessionDescription> sent() {
        return Optional.ofNullable(latest).map(Told::sent);
    }

    /** The sides have agreed on what was described last. */
    void agree() {
        agreed = latest;
    }

    /** Whether this side wants to know what is recorded, and believes something else than is true. */
    boolean believesOtherwise(RecordingIndication now) {
        if (agreed == null || !party.isRecordAware()) {
            return false;
        }
        List<RecordMark> marks = marks(agreed.plain(), now);
        return !marks.equals(RecordMark.in(agreed.sent())) && !marks.equals(refused);
    }

    /** What is agreed on, described anew with what is recorded. */
    SessionDescription describeAgain(RecordingIndication now) {
        return describe(agreed.plain(), now);
    }

    /** This side did not want to know what was described last. */
    void refuse() {
        refused = RecordMark.in(latest.sent());
    }

    /** The other side may tell of a recording of its own. */
    private static List<RecordMark> marks(SessionDescription plain, RecordingIndication now) {
        List<RecordMark> ours = now.of(plain);
        List<RecordMark> theirs = RecordMark.in(plain);
        return IntStream.range(0, ours.size())
                .mapToObj(line -> ours.get(line).and(theirs.get(line)))
                .toList();
    }

    private SessionDescription numbered(SessionDescription sdp) {
        Optional<Origin> before = sent().flatMap(SessionDescription::origin);
        if (before.isEmpty()
                || !sdp.origin().filter(before.get()::isSameSession).isPresent()) {
            return sdp;
        }
        SessionDescription unchanged = sdp.withVersion(before.get().version());
        return unchanged.equals(latest.sent())
                ? unchanged
                : sdp.withVersion(next(before.get().version()));
    }

    private static String next(String version) {
        return version.matches("\\d+")
                ? new BigInteger(version).add(BigInteger.ONE).toString()
                : version;
    }
}
