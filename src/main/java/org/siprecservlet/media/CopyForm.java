package org.siprecservlet.media;

import java.util.List;
import java.util.Objects;

/**
 * What a recorder wants of a copy beside the media.
 *
 * @param codecs names of codecs as in rtpmap (RFC 8866 section 6.6), the best first: all audio is copied in one of them; empty: it is
 *     copied as the parties send it
 * @param protection whether it is sent as SRTP with a key of the relay's own in the offer (RFC 3711, RFC 4568), or not at all
 */
public record CopyForm(List<String> codecs, MediaProtection protection) {

    /** Nothing: the copy is what the parties send, and encrypted when that is. */
    public static final CopyForm AS_SENT = new CopyForm(List.of(), MediaProtection.AS_CALL);

    public CopyForm {
        codecs = List.copyOf(codecs);
        Objects.requireNonNull(protection);
    }

    /** Whether audio may have to be transcoded. */
    public boolean isTranscoded() {
        return !codecs.isEmpty();
    }

    /** Whether this is one of the wanted codecs. */
    public boolean wants(String codec) {
        return codecs.stream().anyMatch(codec::equalsIgnoreCase);
    }

    /**
     * For relays that copy packets as they are.
     *
     * @param relay names the relay to operators
     * @throws RelayException when the copy would have to be another one
     */
    public void requireAsSent(String relay) throws RelayException {
        if (isTranscoded()) {
            throw new RelayException(
                    RelayException.Kind.NOT_SUPPORTED,
                    "The recorder is to get " + String.join(", ", codecs) + " only, and " + relay
                            + " transcodes nothing: use RTPengine, or leave the codecs of the group out.");
        }
        if (protection == MediaProtection.SRTP) {
            throw new RelayException(
                    RelayException.Kind.NOT_SUPPORTED,
                    "The recorder is to get encrypted media, and " + relay
                            + " encrypts nothing: use RTPengine, or let the group have as-call.");
        }
    }
}
