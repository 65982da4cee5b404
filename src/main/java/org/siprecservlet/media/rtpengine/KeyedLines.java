package org.siprecservlet.media.rtpengine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * The lines of a call whose SRTP keys are in its descriptions (SDES, RFC 4568). RTPengine is told these keys, so it can decrypt copies. Towards the answerer it uses
 * those of the offer; which it uses towards the offerer is in its reply to the answer. Lines with DTLS (RFC 5763) have no keys that anybody could tell.
 */
final class KeyedLines {

    private static final Set<String> PROFILES = Set.of("RTP/SAVP", "RTP/SAVPF");

    private KeyedLines() {}

    /** Whether RTPengine can be told the key of a line. */
    static boolean isKeyed(SessionDescription sdp, MediaDescription line) {
        return PROFILES.contains(line.protocol().toUpperCase(Locale.ROOT))
                && !line.hasAttribute("fingerprint")
                && !sdp.hasAttribute("fingerprint")
                && !Crypto.of(line).isEmpty();
    }

    static boolean areIn(SessionDescription sdp) {
        return sdp.media().stream().anyMatch(line -> isKeyed(sdp, line));
    }

    /** The keys of all lines. */
    static Stream<Crypto> keys(SessionDescription sdp) {
        return sdp.media().stream().filter(line -> isKeyed(sdp, line)).flatMap(line -> Crypto.of(line).stream());
    }

    /** An offer without suites that RTPengine does not know where it knows another: the other side must not take them. */
    static SessionDescription known(SessionDescription offer) {
        return offer.withMedia(offer.media().stream()
                .map(line -> isKeyed(offer, line) ? withOnly(Crypto.of(line), line) : line)
                .toList());
    }

    /** An answer with RTPengine's keys: towards the offerer it does not always take up a new key of the answerer. */
    static SessionDescription relayed(SessionDescription answer, SessionDescription reply) {
        return answer.withMedia(IntStream.range(0, answer.media().size())
                .mapToObj(index -> isKeyed(answer, answer.media().get(index))
                        ? withOnly(
                                Crypto.of(reply.media().get(index)),
                                answer.media().get(index))
                        : answer.media().get(index))
                .toList());
    }

    /** The offer, with nothing but the keys that the answer has taken. RTPengine would use the others for copies. */
    static SessionDescription taken(SessionDescription offer, SessionDescription answer) {
        return offer.withMedia(IntStream.range(0, offer.media().size())
                .mapToObj(index -> isKeyed(offer, offer.media().get(index))
                                && index < answer.media().size()
                        ? taken(offer.media().get(index), answer.media().get(index))
                        : offer.media().get(index))
                .toList());
    }

    private static MediaDescription taken(MediaDescription offered, MediaDescription answered) {
        List<Crypto> taken = Crypto.of(offered).stream()
                .filter(crypto -> answered.cryptoAnswering(crypto.value()).isPresent())
                .toList();
        return taken.isEmpty() ? offered : withOnly(taken, offered);
    }

    private static MediaDescription withOnly(List<Crypto> kept, MediaDescription line) {
        return new MediaDescription(Stream.concat(
                        line.withoutAttributes("crypto"::equals).lines().stream(),
                        kept.stream().map(crypto -> "a=crypto:" + crypto.value()))
                .toList());
    }
}
