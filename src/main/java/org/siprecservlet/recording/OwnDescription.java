package org.siprecservlet.recording;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What this side says of its media in one recording session: what the relay offers, and what the server makes of it (RFC
 * 3264 section 8; RFC 7866 section 7.2). Lines never go away and never change their place or label; an offer changes
 * nothing until it is answered (RFC 3261 section 14.1). Confined to the recording's mailbox.
 */
final class OwnDescription {

    /** An offer that is not answered yet, and what the relay offered for it. */
    private record Proposal(SessionDescription relays, SessionDescription said) {}

    private final Queue<Proposal> open = new ArrayDeque<>();
    /** What the relay offers now. */
    private SessionDescription fresh;
    /** What the relay offered for that which holds. */
    private SessionDescription offered;
    /** What holds. */
    private SessionDescription current;
    /** What was said last, whatever became of it: versions are counted from it. */
    private SessionDescription said;

    /** From now on this is what this side says. */
    void begin(SessionDescription offer) {
        open.clear();
        fresh = offer;
        offered = offer;
        current = offer;
        said = offer;
    }

    /** Whether the server was last told, or is being told, of other lines than these of the relay. */
    boolean differsFrom(SessionDescription relays) {
        SessionDescription told = open.stream()
                .map(Proposal::relays)
                .reduce((before, after) -> after)
                .orElse(offered);
        return !told.media().equals(relays.media());
    }

    /** From now on the relay offers this; it has all lines of before in their places. */
    void renew(SessionDescription relays) {
        fresh = relays;
    }

    /** What the relay offers now. */
    SessionDescription fresh() {
        return fresh;
    }

    /** How many lines the relay offers now. */
    int freshLines() {
        return fresh.media().size();
    }

    /** How many lines of the relay the server has agreed to talk about. */
    int agreedLines() {
        return offered.media().size();
    }

    /** How many lines the next answer of the server has to have. */
    int linesToAnswer() {
        Proposal next = open.peek();
        return (next == null ? current : next.said()).media().size();
    }

    /** This is said in answer to the server, and holds. */
    void says(SessionDescription answer) {
        said = answer;
        current = answer;
    }

    /** The server has answered the offer that has waited longest. */
    void agreed() {
        Proposal proposal = open.poll();
        if (proposal != null) {
            offered = proposal.relays();
            current = proposal.said();
        }
    }

    /** The offer that has waited longest is void, and may be made again. */
    void dropped() {
        open.poll();
    }

    /** The offer that has waited longest is void, and is not made again: the next is about what holds. */
    void refused() {
        open.poll();
        fresh = offered;
    }

    /** The answer to an offer of the server; empty when the offer can not be met. Says nothing yet. */
    Optional<SessionDescription> answerTo(SessionDescription offer) {
        if (offer.media().size() < current.media().size()) {
            return Optional.empty();
        }
        List<MediaDescription> answer = new ArrayList<>();
        for (int i = 0; i < offer.media().size(); i++) {
            Optional<MediaDescription> line = i < agreedLines()
                    ? OwnLine.of(offered.media().get(i)).answerTo(offer, i)
                    : Optional.of(offer.media().get(i).withPort(0));
            line.ifPresent(answer::add);
        }
        return answer.size() == offer.media().size() ? Optional.of(next(answer)) : Optional.empty();
    }

    /** The same answer with nothing being sent. Says nothing yet. */
    SessionDescription silent(SessionDescription answer) {
        return next(answer.media().stream()
                .map(line -> line.withDirection(Direction.INACTIVE))
                .toList());
    }

    /** Offers all that the relay offers now. */
    SessionDescription offer() {
        return propose(fresh, line -> line);
    }

    /** Offers again what the server knows of. */
    SessionDescription offerAgain() {
        return propose(offered, line -> line);
    }

    /** Offers that nothing is sent on the lines that the server knows of. */
    SessionDescription offerSilence() {
        return propose(offered, line -> line.withDirection(Direction.INACTIVE));
    }

    private SessionDescription propose(SessionDescription relays, UnaryOperator<MediaDescription> directed) {
        int lines = Math.max(relays.media().size(), current.media().size());
        said = next(IntStream.range(0, lines)
                .mapToObj(index -> isLeftOut(relays, index)
                        ? current.media().get(index)
                        : directed.apply(relays.media().get(index)))
                .toList());
        open.add(new Proposal(relays, said));
        return said;
    }

    /** A stream that the server removed stays away, and so does a line of which only the server has ever spoken. */
    private boolean isLeftOut(SessionDescription relays, int index) {
        return index >= relays.media().size() || index < agreedLines() && isRemovedByTheServer(index);
    }

    /** The labels of the lines that the server has removed by an offer of its own. */
    Set<String> labelsTakenOut() {
        return IntStream.range(0, agreedLines())
                .filter(this::isRemovedByTheServer)
                .mapToObj(offered.media()::get)
                .flatMap(line -> line.label().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isRemovedByTheServer(int index) {
        return current.media().get(index).isRejected()
                && !offered.media().get(index).isRejected();
    }

    private SessionDescription next(List<MediaDescription> media) {
        if (media.equals(said.media())) {
            return said;
        }
        List<String> lines = said.lines().stream()
                .map(line -> line.startsWith("o=") ? "o=" + next(line.substring(2)) : line)
                .toList();
        return new SessionDescription(lines, media);
    }

    private static String next(String origin) {
        return Origin.parse(origin)
                .map(it -> new Origin(
                        it.username(),
                        it.sessionId(),
                        new BigInteger(it.version()).add(BigInteger.ONE).toString(),
                        it.connection()))
                .orElseThrow()
                .toString();
    }
}
