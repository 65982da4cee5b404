package org.siprecservlet.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The hash functions that digests are made with, the preferred one first (RFC 8760 section 2.1). */
enum DigestAlgorithm {
    SHA_256("SHA-256", 64),
    MD5("MD5", 32);

    private final String token;
    private final int digits;

    DigestAlgorithm(String token, int digits) {
        this.token = token;
        this.digits = digits;
    }

    /** As it is written in headers. */
    String token() {
        return token;
    }

    /** The algorithm of this name; empty when it is none that is taken. */
    static Optional<DigestAlgorithm> named(String token) {
        return Arrays.stream(values())
                .filter(each -> each.token.equalsIgnoreCase(token))
                .findFirst();
    }

    /** The algorithm that a hash in hexadecimal digits is of; empty when it is of none. */
    static Optional<DigestAlgorithm> of(String hash) {
        return Arrays.stream(values())
                .filter(each -> hash.matches("[0-9A-Fa-f]{" + each.digits + "}"))
                .findFirst();
    }

    /** The hash of the parts with colons in between, in lower case. */
    String hash(String... parts) {
        try {
            byte[] text = String.join(":", parts).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(token).digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + token, e);
        }
    }
}
