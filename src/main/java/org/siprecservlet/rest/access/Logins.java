package org.siprecservlet.rest.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks names and passwords. Since each check is slow by design, its outcome is remembered for a while, under a keyed hash
 * and not under the password; and only a few are made at a time, so that whoever tries passwords takes no more of the
 * machine than that. Safe for all threads.
 */
final class Logins {

    /** Too many checks are being made already. */
    static final class Busy extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private record Outcome(boolean right, Instant until) {}

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 200;
    private static final int AT_A_TIME = 2;
    private static final String MAC = "HmacSHA256";

    /** Somebody unknown takes as long as somebody known. Nobody knows a password for it: the hash is all zeros. */
    private static final PasswordHash OF_NOBODY = PasswordHash.parse(
                    "{PBKDF2-SHA512}210000$AAAAAAAAAAAAAAAAAAAAAA==$" + "A".repeat(86) + "==")
            .orElseThrow();

    private final Map<String, User> users;
    private final Clock clock;
    private final SecretKeySpec key;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final AtomicLong checks = new AtomicLong();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * Knows these users.
     *
     * @param key random, for as long as the application runs; 32 octets
     */
    Logins(Map<String, User> users, Clock clock, byte[] key) {
        this.users = Map.copyOf(users);
        this.clock = clock;
        this.key = new SecretKeySpec(key, MAC);
    }

    /**
     * Who this is; empty when there is no such user or the password is another.
     *
     * @throws Busy when the password could not be checked now
     */
    Optional<Caller> login(BasicCredentials credentials) throws Busy {
        Optional<User> user = Optional.ofNullable(users.get(credentials.name()));
        String entry = digest(credentials);
        Optional<Boolean> remembered = remembered(entry);
        boolean right = remembered.isPresent() ? remembered.get() : checked(user, credentials.password(), entry);
        return user.filter(known -> right).map(User::caller);
    }

    private boolean checked(Optional<User> user, String password, String entry) throws Busy {
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        try {
            checks.incrementAndGet();
            boolean right = user.map(User::password).orElse(OF_NOBODY).isOf(password);
            remember(entry, right);
            return right;
        } finally {
            free.release();
        }
    }

    /** How many passwords have been checked the slow way. */
    long checks() {
        return checks.get();
    }

    private synchronized Optional<Boolean> remembered(String entry) {
        return Optional.ofNullable(outcomes.get(entry))
                .filter(outcome -> clock.instant().isBefore(outcome.until()))
                .map(Outcome::right);
    }

    private synchronized void remember(String entry, boolean right) {
        outcomes.put(entry, new Outcome(right, clock.instant().plus(REMEMBERED)));
    }

    private String digest(BasicCredentials credentials) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] text = (credentials.name() + ':' + credentials.password()).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
