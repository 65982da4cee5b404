package org.siprecservlet.digest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Lets those in who show that they know a user's password (RFC 3261 section 22, RFC 8760). Safe for all threads. */
public final class DigestGate {

    /** What becomes of a request. */
    public sealed interface Verdict {

        /** Who it is from. */
        record Known(String user) implements Verdict {}

        /**
         * Nobody is known by it.
         *
         * @param challenges values of WWW-Authenticate headers, the preferred one first
         * @param why what was wrong with what it brought; empty when it brought nothing, or what is only too old
         */
        record Unknown(List<String> challenges, Optional<String> why) implements Verdict {}
    }

    private final Supplier<DigestUsers> users;
    private final Nonces nonces;

    /**
     * @param users tells who they are now
     * @param key random, for as long as the application runs; 32 octets
     */
    public DigestGate(Supplier<DigestUsers> users, Clock clock, byte[] key) {
        this.users = users;
        this.nonces = new Nonces(clock, key);
    }

    /**
     * Looks at a request.
     *
     * @param authorizations the values of its Authorization headers
     * @param sameTarget whether the URI that credentials were made for is what the request is for
     */
    public Verdict judge(String method, List<String> authorizations, Predicate<String> sameTarget) {
        DigestUsers now = users.get();
        Optional<DigestCredentials> brought = authorizations.stream()
                .flatMap(header -> DigestCredentials.parse(header).stream())
                .filter(credentials -> credentials.get("realm").equals(now.realm()))
                .findFirst();
        if (brought.isEmpty()) {
            return unknown(now, false, authorizations.isEmpty() ? null : "its credentials are not for this realm");
        }
        DigestCredentials credentials = brought.get();
        if (!knowsPassword(now, credentials, method)) {
            return unknown(now, false, "no user has that name, password and algorithm");
        }
        if (!sameTarget.test(credentials.get("uri"))) {
            return unknown(now, false, "its credentials were made for another URI");
        }
        return nonces.use(credentials.get("nonce"))
                ? new Verdict.Known(credentials.get("username"))
                : unknown(now, true, null);
    }

    private static boolean knowsPassword(DigestUsers users, DigestCredentials credentials, String method) {
        return credentials
                .algorithm()
                .flatMap(algorithm -> users.hash(credentials.get("username"), algorithm)
                        .filter(hash -> credentials.isResponseTo(algorithm, hash, method)))
                .isPresent();
    }

    /** Each algorithm has a header of its own (RFC 8760 section 2.4). */
    private Verdict.Unknown unknown(DigestUsers users, boolean stale, String why) {
        String nonce = nonces.next();
        List<String> challenges = users.algorithms().stream()
                .map(algorithm -> "Digest realm=\"" + users.realm() + "\", nonce=\"" + nonce + "\", algorithm="
                        + algorithm.token() + ", qop=\"auth\"" + (stale ? ", stale=true" : ""))
                .toList();
        return new Verdict.Unknown(challenges, Optional.ofNullable(why));
    }
}
