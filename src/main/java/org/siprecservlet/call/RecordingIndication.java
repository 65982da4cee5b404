package org.siprecservlet.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.RecordMark;
import org.siprecservlet.sdp.SessionDescription;

/**
 * What the parties of a call are to be told of its recording here (RFC 7866 section 6.1.2): whether media of a type are recorded.
 * A final value.
 *
 * @param byMediaType {@code audio}, {@code video} and so on; what is not there is not recorded
 */
public record RecordingIndication(Map<String, RecordMark> byMediaType) {

    /** Nothing is recorded. */
    public static final RecordingIndication NONE = new RecordingIndication(Map.of());

    public RecordingIndication {
        byMediaType = Map.copyOf(byMediaType);
    }

    /** What is true of a call that is recorded in both ways. */
    public RecordingIndication and(RecordingIndication other) {
        Map<String, RecordMark> both = new TreeMap<>(byMediaType);
        other.byMediaType.forEach((type, mark) -> both.merge(type, mark, RecordMark::and));
        return new RecordingIndication(both);
    }

    /** What is said of each medium of a description. A medium that is rejected is not recorded. */
    public List<RecordMark> of(SessionDescription sdp) {
        return sdp.media().stream().map(this::of).toList();
    }

    private RecordMark of(MediaDescription line) {
        return line.isRejected()
                ? RecordMark.OFF
                : byMediaType.getOrDefault(line.type().toLowerCase(Locale.ROOT), RecordMark.OFF);
    }
}
