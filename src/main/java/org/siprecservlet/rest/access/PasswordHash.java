package org.siprecservlet.rest.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The salted hash of a password: PBKDF2 (RFC 8018) with HMAC-SHA-512, written
 * <code>{PBKDF2-SHA512}iterations$salt$hash</code> with salt and hash in Base64. To check a password takes some tenths of a
 * second by design.
 */
final class PasswordHash {

    private static final Pattern FORM = Pattern.compile(
            "\\{PBKDF2-SHA512\\}([1-9][0-9]{4,6})\\$([A-Za-z0-9+/]{11,}={0,2})\\$([A-Za-z0-9+/]{43,}={0,2})");

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** Reads a hash as it is written in the users file; empty when it is malformed or has less than 10000 iterations. */
    static Optional<PasswordHash> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PasswordHash(
                    Integer.parseInt(form.group(1)),
                    Base64.getDecoder().decode(form.group(2)),
                    Base64.getDecoder().decode(form.group(3))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether it is of this password. Takes the same time for every wrong one. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, derived(password));
    }

    private byte[] derived(String password) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, hash.length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
