package org.siprecservlet.metadata;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;

/**
 * Names one element of the metadata for good: a UUID, in XML its 16 octets in base64, 24 characters (RFC 7865, 6.10).
 * The same thing keeps its id in all documents of all recordings; an id is never used for a second thing.
 */
public record MetadataId(UUID uuid) {

    private static final int OCTETS = 16;

    public MetadataId {
        Objects.requireNonNull(uuid, "a metadata id needs a UUID");
    }

    /** A new id. */
    public static MetadataId random(IdSource source) {
        return new MetadataId(source.next());
    }

    /**
     * Reads the base64 form; white space around it does not count.
     *
     * @throws IllegalArgumentException when the text is not base64 or is not that of 16 octets
     */
    @JsonCreator
    public static MetadataId parse(String base64) {
        byte[] octets = decode(base64.strip());
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException(
                    base64 + " stands for " + octets.length + " octets, an id has 16 octets");
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new MetadataId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(base64 + " is not base64");
        }
    }

    /** The base64 form. */
    @JsonValue
    @Override
    public String toString() {
        byte[] octets = ByteBuffer.allocate(OCTETS)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return Base64.getEncoder().encodeToString(octets);
    }
}
