package org.siprecservlet.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives groups that have a name their ids. The same name has the same id with the same key, and who does not have the key can
 * neither make the id of a name nor guess the name from an id: names are often numbers of people, which ids must not tell
 * (RFC 7865, section 6.10). Shows its key nowhere. Safe for use by several threads.
 */
public final class GroupKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int OCTETS = 32;

    private final SecretKeySpec secret;

    private GroupKey(byte[] octets) {
        this.secret = new SecretKeySpec(octets, ALGORITHM);
    }

    /**
     * The key that a text stands for: the same on all clients that have the same text.
     *
     * @throws IllegalArgumentException when the text is empty
     */
    public static GroupKey of(String text) {
        return new GroupKey(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key of its own, which nobody else has. */
    public static GroupKey random(Random random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return new GroupKey(octets);
    }

    /** The id of the group of this name. */
    public MetadataId idOf(String name) {
        ByteBuffer code = ByteBuffer.wrap(codeOf(name));
        // What a code with a secret key yields can not be told from random numbers, so this is a UUID of version 4.
        long most = code.getLong() & ~0xF000L | 0x4000L;
        long least = code.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
        return new MetadataId(new UUID(most, least));
    }

    private byte[] codeOf(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
