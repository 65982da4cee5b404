package org.siprecservlet.recording;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.Origin;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What this side says of its media in one recording session: at first what the relay offers, then what the server makes of
 * it (RFC 3264 section 8; RFC 7866 section 7.2). Lines never go away and never change their place or label. Confined to the
 * recording's mailbox.
 */
final class OwnDescription {

    private SessionDescription offered;
    private SessionDescription current;

    /** From now on this is what this side says; everything it will ever say is made of it. */
    void begin(SessionDescription offer) {
        offered = offer;
        current = offer;
    }

    /** How many lines a description of the server has to have, at least. */
    int lines() {
        return current.media().size();
    }

    /** What this side said last becomes this. */
    void says(SessionDescription description) {
        current = description;
    }

    /** The answer to an offer of the server; empty when the offer can not be met. Says nothing yet. */
    Optional<SessionDescription> answerTo(SessionDescription offer) {
        if (offer.media().size() < lines()) {
            return Optional.empty();
        }
        List<MediaDescription> answer = new ArrayList<>();
        for (int i = 0; i < offer.media().size(); i++) {
            Optional<MediaDescription> line = i < offered.media().size()
                    ? OwnLine.of(offered.media().get(i)).answerTo(offer, i)
                    : Optional.of(offer.media().get(i).withPort(0));
            line.ifPresent(answer::add);
        }
        return answer.size() == offer.media().size() ? Optional.of(next(answer)) : Optional.empty();
    }

    /** An offer of all that is left to offer: a stream that the server removed stays away. Says nothing yet. */
    SessionDescription offer(Direction direction) {
        return next(IntStream.range(0, lines())
                .mapToObj(index -> offeredAgain(index, direction))
                .toList());
    }

    private MediaDescription offeredAgain(int index, Direction direction) {
        MediaDescription line = current.media().get(index);
        return line.isRejected() ? line : OwnLine.of(offered.media().get(index)).directed(direction);
    }

    /** The same answer with nothing being sent. Says nothing yet. */
    SessionDescription silent(SessionDescription answer) {
        return next(answer.media().stream()
                .map(line -> line.withDirection(Direction.INACTIVE))
                .toList());
    }

    private SessionDescription next(List<MediaDescription> media) {
        if (media.equals(current.media())) {
            return current;
        }
        List<String> lines = current.lines().stream()
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
