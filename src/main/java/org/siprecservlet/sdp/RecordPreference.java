package org.siprecservlet.sdp;

import java.util.Locale;
import java.util.Optional;

/**
 * What a party wishes of the recording of its call: the values of {@code a=recordpref} (RFC 7866 section 7.1.3). A later one
 * counts before an earlier one when several are to be met at once.
 */
public enum RecordPreference {
    /** It does not mind, or has not said anything. */
    NOPREFERENCE,
    /** It is to be recorded. */
    ON,
    /** It is not to be recorded for the time being. */
    PAUSE,
    /** It is not to be recorded. */
    OFF;

    private static final String ATTRIBUTE = "recordpref";

    /** What meets both: who wishes less counts. */
    public RecordPreference and(RecordPreference other) {
        return compareTo(other) < 0 ? other : this;
    }

    /**
     * What a description wishes. A medium's own wish counts before the session's, media that are rejected do not count, and of
     * the others that which wishes less; values that nobody knows say nothing.
     */
    public static RecordPreference in(SessionDescription sdp) {
        Optional<RecordPreference> ofSession = of(sdp);
        return sdp.media().stream()
                .filter(line -> !line.isRejected())
                .map(line -> of(line).or(() -> ofSession).orElse(NOPREFERENCE))
                .reduce(NOPREFERENCE, RecordPreference::and);
    }

    private static Optional<RecordPreference> of(Section section) {
        return section.attribute(ATTRIBUTE).flatMap(RecordPreference::named);
    }

    private static Optional<RecordPreference> named(String value) {
        for (RecordPreference preference : values()) {
            if (preference.toString().equals(value)) {
                return Optional.of(preference);
            }
        }
        return Optional.empty();
    }

    /** As it is written in SDP. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
