package org.siprecservlet.media.description;

import java.util.Optional;
import java.util.stream.IntStream;
import org.siprecservlet.sdp.Codec;
import org.siprecservlet.sdp.MediaDescription;

/**
 * How the payload types of a call become those of a recorder's answer (RFC 3264 section 7): a format that was offered is
 * sent under the answer's number, or not at all when the answer does not have it.
 */
public final class PayloadTypes {

    /** The packet is not for the recorder. */
    public static final int NOT_SENT = -1;

    private static final int COUNT = 128;

    private final int[] sentAs;

    private PayloadTypes(int[] sentAs) {
        this.sentAs = sentAs;
    }

    /**
     * A type that was never offered is one that the parties took up later; it goes as it is, rather than leaving the
     * recorder without media.
     */
    public static PayloadTypes between(MediaDescription offered, MediaDescription answered) {
        int[] sentAs = IntStream.range(0, COUNT).toArray();
        for (String format : offered.formats()) {
            int number = number(format);
            if (number >= 0) {
                sentAs[number] = sentAs(format, offered, answered);
            }
        }
        return new PayloadTypes(sentAs);
    }

    /** The type that packets of this type are sent with, or {@link #NOT_SENT}. */
    public int sentAs(int payloadType) {
        return sentAs[payloadType];
    }

    private static int sentAs(String format, MediaDescription offered, MediaDescription answered) {
        Optional<Codec> codec = offered.codec(format);
        if (answered.formats().contains(format) && sameOrUnsaid(codec, answered.codec(format))) {
            return number(format);
        }
        return answered.formats().stream()
                .filter(other -> codec.isPresent()
                        && answered.codec(other).filter(codec.get()::isSameAs).isPresent())
                .mapToInt(PayloadTypes::number)
                .findFirst()
                .orElse(NOT_SENT);
    }

    private static boolean sameOrUnsaid(Optional<Codec> offered, Optional<Codec> answered) {
        return offered.isEmpty() || answered.isEmpty() || offered.get().isSameAs(answered.get());
    }

    private static int number(String format) {
        boolean digits = format.length() <= 3 && format.chars().allMatch(Character::isDigit);
        int number = digits ? Integer.parseInt(format) : COUNT;
        return number < COUNT ? number : NOT_SENT;
    }
}
