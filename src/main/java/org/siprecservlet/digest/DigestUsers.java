package org.siprecservlet.digest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who may authenticate themselves, with the hash of {@code name:realm:password} (RFC 7616 section 3.4.2) that stands
 * for the password. Immutable. Has no way to show a hash.
 */
public final class DigestUsers {

    private final String realm;
    private final Map<DigestAlgorithm, Map<String, String>> hashes;

    DigestUsers(String realm, Map<DigestAlgorithm, Map<String, String>> hashes) {
        this.realm = realm;
        this.hashes = new EnumMap<>(hashes);
    }

    /**
     * Reads lines {@code name:realm:hash}, as htdigest writes them; the hash is of SHA-256 or, as that of htdigest, of MD5. A
     * name may have a line for each. Blank lines, and those that begin with {@code #}, are passed over.
     *
     * @throws MalformedUsersException names every fault
     */
    public static DigestUsers read(List<String> lines) throws MalformedUsersException {
        return new DigestUserLines().read(lines);
    }

    String realm() {
        return realm;
    }

    /** For which any user has a hash, the preferred one first. */
    List<DigestAlgorithm> algorithms() {
        return List.copyOf(hashes.keySet());
    }

    Optional<String> hash(String name, DigestAlgorithm algorithm) {
        return Optional.ofNullable(hashes.getOrDefault(algorithm, Map.of()).get(name));
    }
}
