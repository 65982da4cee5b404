package org.siprecservlet.recording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.sdp.RecordMark;

/** What the parties are to be told of a recording, by what it shows of itself. */
final class Indicated {

    private Indicated() {}

    /** Nothing is claimed before the recorder has agreed, nor once nothing reaches one any more. */
    static RecordingIndication by(RecordingView view) {
        return mark(view.state()).map(mark -> of(view, mark)).orElse(RecordingIndication.NONE);
    }

    private static Optional<RecordMark> mark(RecordingState state) {
        return switch (state) {
            case ACTIVE, PAUSING -> Optional.of(RecordMark.ON);
            case PAUSED, RESUMING -> Optional.of(RecordMark.PAUSED);
            case ARMED, STARTING, MOVING, STOPPING, STOPPED, FAILED -> Optional.empty();
        };
    }

    private static RecordingIndication of(RecordingView view, RecordMark mark) {
        Map<String, RecordMark> marks = new HashMap<>();
        view.streams().stream()
                .filter(RecordingView.Stream::accepted)
                .forEach(stream -> marks.put(stream.mediaType().toLowerCase(Locale.ROOT), mark));
        return new RecordingIndication(marks);
    }
}
