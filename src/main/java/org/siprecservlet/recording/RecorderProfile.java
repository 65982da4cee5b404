package org.siprecservlet.recording;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a recording server has to be told otherwise than most, so that it understands. All of it stays within the RFCs.
 *
 * @param metadataType the media type of metadata documents
 * @param mergesMetadata whether it puts partial documents together (RFC 7865, section 5); if not, it gets complete ones
 * @param wantsMetadataInEveryOffer whether each re-INVITE has to bring the whole metadata, that of a pause too
 * @param readsSilentParticipants whether it takes a participantstreamassoc of somebody who neither sends nor receives now
 */
public record RecorderProfile(
        String metadataType,
        boolean mergesMetadata,
        boolean wantsMetadataInEveryOffer,
        boolean readsSilentParticipants) {

    /** The registered media type (RFC 7866, section 13). */
    public static final String RFC_TYPE = "application/rs-metadata+xml";

    /** The media type of the drafts before the RFC. */
    public static final String DRAFT_TYPE = "application/rs-metadata";

    /** For whoever does as the RFCs say. */
    public static final RecorderProfile STANDARD = new RecorderProfile(RFC_TYPE, false, false, true);

    private static final Map<String, RecorderProfile> NAMED = new TreeMap<>(Map.of(
            //                                 metadata type, merges, in every offer, silent participants
            "standard", STANDARD,
            "drafts", new RecorderProfile(DRAFT_TYPE, false, false, true),
            "loreste", new RecorderProfile(RFC_TYPE, false, false, false),
            "phrsite", new RecorderProfile(RFC_TYPE, false, true, true)));

    public RecorderProfile {
        Objects.requireNonNull(metadataType);
    }

    /** The profile of that name in the configuration; empty when there is none. */
    public static Optional<RecorderProfile> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** All names, in the order of the alphabet. */
    public static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /** The same for a server that puts partial documents together, or does not. */
    public RecorderProfile mergingMetadata(boolean merges) {
        return new RecorderProfile(metadataType, merges, wantsMetadataInEveryOffer, readsSilentParticipants);
    }

    /**
     * The same with the other media type for metadata, for a server that takes that one and not this.
     *
     * @param accepted the media types that it says it takes, in lower case and without parameters
     */
    public Optional<RecorderProfile> ofAcceptedType(List<String> accepted) {
        String other = metadataType.equals(RFC_TYPE) ? DRAFT_TYPE : RFC_TYPE;
        boolean helps = accepted.contains(other) && !accepted.contains(metadataType);
        return helps
                ? Optional.of(
                        new RecorderProfile(other, mergesMetadata, wantsMetadataInEveryOffer, readsSilentParticipants))
                : Optional.empty();
    }
}
