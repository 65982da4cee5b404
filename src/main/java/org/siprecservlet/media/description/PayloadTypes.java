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

    /**
     * Why a relay that changes no packet can not send an offered line to who answered it. What the answer leaves out is no
     * reason, as long as something is left: it is sent all the same, and ignored (RFC 3550 section 5.1).
     *
     * @param relay names the relay to operators
     * @return what the answered line does wrong, to follow its name; empty when it can be sent
     */
    public static Optional<String> complaint(MediaDescription offered, MediaDescription answered, String relay) {
        PayloadTypes types = between(offered, answered);
        int[] offeredTypes = offered.formats().stream()
                .mapToInt(PayloadTypes::number)
                .filter(type -> type >= 0)
                .toArray();
        for (int type : offeredTypes) {
            int wanted = types.sentAs(type);
            if (wanted != type && wanted != NOT_SENT) {
                return Optional.of("wants payload type " + type + " as " + wanted + ", and " + relay + " changes none");
            }
        }
        return offeredTypes.length > 0 && IntStream.of(offeredTypes).allMatch(type -> types.sentAs(type) == NOT_SENT)
                ? Optional.of("has no codec of the call, and " + relay + " transcodes nothing")
                : Optional.empty();
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
