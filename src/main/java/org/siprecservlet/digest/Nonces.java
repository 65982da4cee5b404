package org.siprecservlet.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that are good for a while and once, so that what was heard on the wire is of no use again. Nothing is kept of those that
 * are only given out: each says itself when that was, under a key. Safe for all threads.
 */
final class Nonces {

    /** Longer than any exchange takes, also by hand. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String HMAC = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final AtomicLong serial = new AtomicLong();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    /** @param key random, for as long as the application runs; 32 octets */
    Nonces(Clock clock, byte[] key) {
        this.clock = clock;
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** One that was never given out before. */
    String next() {
        String stamp = Long.toHexString(clock.millis()) + "." + Long.toHexString(serial.incrementAndGet());
        return stamp + "." + signature(stamp);
    }

    /** Uses a nonce up. Returns whether it is one of these, young enough, and was not used before. */
    boolean use(String nonce) {
        Instant now = clock.instant();
        used.values().removeIf(end -> end.isBefore(now));
        int end = nonce.lastIndexOf('.');
        if (end < 0 || !isSigned(nonce.substring(0, end), nonce.substring(end + 1))) {
            return false;
        }
        long millis = Long.parseLong(nonce.substring(0, nonce.indexOf('.')), 16);
        Instant over = Instant.ofEpochMilli(millis).plus(LIFETIME);
        return !over.isBefore(now) && used.putIfAbsent(nonce, over) == null;
    }

    private boolean isSigned(String stamp, String signature) {
        return MessageDigest.isEqual(signature(stamp).getBytes(US_ASCII), signature.getBytes(US_ASCII));
    }

    private String signature(String stamp) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(stamp.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
