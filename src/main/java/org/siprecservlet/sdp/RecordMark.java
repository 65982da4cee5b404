package org.siprecservlet.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a party is told of the recording of a medium: the values of {@code a=record} (RFC 7866 section 7.1.2). */
public enum RecordMark {
    /** It is not being recorded. */
    OFF,
    /** It is being recorded, but not at the moment. */
    PAUSED,
    /** It is being recorded. */
    ON;

    private static final String ATTRIBUTE = "record";

    /** What is true when two clients record the same medium: what tells most counts. */
    public RecordMark and(RecordMark other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** What a description says of each of its media, in order: a medium's own word counts before the session's, none is off. */
    public static List<RecordMark> in(SessionDescription sdp) {
        RecordMark ofSession = of(sdp).orElse(OFF);
        return sdp.media().stream().map(line -> of(line).orElse(ofSession)).toList();
    }

    /**
     * The description with that said of its media, and of the session nothing.
     *
     * @param marks as many as there are media
     */
    public static SessionDescription put(List<RecordMark> marks, SessionDescription sdp) {
        List<MediaDescription> marked = new ArrayList<>();
        for (MediaDescription line : sdp.media()) {
            String value = marks.get(marked.size()).name().toLowerCase(Locale.ROOT);
            marked.add(line.withoutAttributes(ATTRIBUTE::equals).withAttribute(ATTRIBUTE, value));
        }
        return sdp.withoutAttributes(ATTRIBUTE::equals).withMedia(marked);
    }

    private static Optional<RecordMark> of(Section section) {
        return section.attribute(ATTRIBUTE).flatMap(RecordMark::named);
    }

    private static Optional<RecordMark> named(String value) {
        for (RecordMark mark : values()) {
            if (mark.name().toLowerCase(Locale.ROOT).equals(value)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
