package org.siprecservlet.media.rtpengine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.siprecservlet.media.MediaProtection;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Keeps the keys of copies apart from those of the call, and as strong (RFC 7866 section 12.2). RTPengine 10.5 hands on a party's key with
 * each suite that the party has, and makes keys for the others.
 */
final class CopyKeys {

    private CopyKeys() {}

    static boolean isEncrypted(MediaProtection wanted, List<AgreedStream> sent) {
        return switch (wanted) {
            case RTP -> false;
            case SRTP -> true;
            case AS_CALL -> sent.stream().map(AgreedStream::receivers).anyMatch(MediaDescription::isEncrypted);
        };
    }

    /** What a copy is to have; empty when there is none that the call does not have itself. */
    static Optional<Suite> suiteFor(AnchoredCall call) {
        Set<Suite> taken = suites(call);
        return Suite.OFFERED.stream()
                .filter(suite -> !taken.contains(suite) && taken.stream().allMatch(suite::isAsStrongAs))
                .findFirst();
    }

    /** Those of the call. */
    static Set<Suite> suites(AnchoredCall call) {
        return call.keys().map(Crypto::suite).collect(Collectors.toSet());
    }

    /** That of a line of RTPengine's for its copy: those of other suites are the party's. */
    static Optional<Crypto> of(Suite suite, MediaDescription line) {
        return Crypto.of(line).stream()
                .filter(crypto -> crypto.suite() == suite)
                .findFirst();
    }

    /** Whether no key of a described copy is a party's. */
    static boolean areOwn(Suite suite, SessionDescription copy, AnchoredCall call) {
        Set<String> parties = call.keys().map(Crypto::key).collect(Collectors.toSet());
        return copy.media().stream()
                .flatMap(line -> of(suite, line).stream())
                .noneMatch(crypto -> parties.contains(crypto.key()));
    }

    static RelayException noSuite(AnchoredCall call) {
        String suites = call.keys().map(key -> key.suite().name()).distinct().collect(Collectors.joining(", "));
        return new RelayException(
                Kind.NOT_SUPPORTED,
                "The call is encrypted with " + suites
                        + ", which leaves no suite as strong in which RTPengine would make keys of"
                        + " its own for the copy. A group with media: rtp gets the call in the clear.");
    }

    static RelayException notOwn(AnchoredCall call) {
        return new RelayException(
                Kind.BROKEN,
                "RTPengine at " + call.node().name()
                        + " has described a copy with the key of a party, so nothing is sent.");
    }
}
