package org.siprecservlet.media.embedded;

import java.util.List;
import java.util.Optional;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.description.AgreedStream;
import org.siprecservlet.sdp.Codec;
import org.siprecservlet.sdp.Direction;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sound.G711;
import org.siprecservlet.sound.Samples;

/** What the hearer of a line can be sent, as the sides have agreed: which payload type has which law of G.711. Immutable. */
final class HearerCodecs {

    private static final int TYPES = 128;
    private static final int NOISE = 13;
    private static final List<String> NO_SPEECH = List.of("telephone-event", "CN");

    private final G711[] laws = new G711[TYPES];
    private final boolean[] noise = new boolean[TYPES];
    private final boolean open;
    private final int best;

    private HearerCodecs(AgreedStream stream, int best) {
        this.best = best;
        this.open = stream.direction() != Direction.INACTIVE;
        noise[NOISE] = true;
        for (int type = 0; type < TYPES; type++) {
            String format = Integer.toString(type);
            if (stream.receivers().formats().contains(format)) {
                Optional<Codec> codec = stream.receivers().codec(format);
                laws[type] = codec.flatMap(HearerCodecs::law).orElse(null);
                noise[type] |=
                        codec.filter(each -> each.name().equalsIgnoreCase("CN")).isPresent();
            }
        }
    }

    /**
     * Reads them from what the other side of the line sends.
     *
     * @throws RelayException when that is another codec in the first place
     */
    static HearerCodecs of(AgreedStream stream) throws RelayException {
        MediaDescription hearers = stream.receivers();
        for (String format : hearers.formats()) {
            Optional<Codec> codec = hearers.codec(format).filter(each -> isAgreed(each, stream.senders()));
            if (codec.isEmpty() || NO_SPEECH.stream().anyMatch(codec.get().name()::equalsIgnoreCase)) {
                continue;
            }
            if (law(codec.get()).isEmpty()) {
                throw new RelayException(
                        RelayException.Kind.NOT_SUPPORTED,
                        "The call has " + codec.get()
                                + ", and the embedded relay lets parties hear something in PCMU and PCMA only.");
            }
            return new HearerCodecs(stream, Integer.parseInt(format));
        }
        throw new RelayException(
                RelayException.Kind.NOT_SUPPORTED,
                "The sides of the call have no codec in common that could be heard.");
    }

    private static boolean isAgreed(Codec codec, MediaDescription senders) {
        return senders.formats().stream()
                .anyMatch(
                        format -> senders.codec(format).filter(codec::isSameAs).isPresent());
    }

    private static Optional<G711> law(Codec codec) {
        return codec.clockRate() == Samples.RATE ? G711.named(codec.name()) : Optional.empty();
    }

    /** The law of a payload type; null when it is something else. */
    G711 law(int payloadType) {
        return laws[payloadType];
    }

    /** Whether packets of a type only say how a silence sounds (RFC 3389). */
    boolean isNoise(int payloadType) {
        return noise[payloadType];
    }

    /** The payload type that a packet of the relay's own is sent with. */
    int best() {
        return best;
    }

    /** Whether the hearer may be sent anything. */
    boolean isOpen() {
        return open;
    }
}
