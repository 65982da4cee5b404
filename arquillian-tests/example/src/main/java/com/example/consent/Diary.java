package com.example.consent;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.event.Observes;
import javax.enterprise.event.ObservesAsync;
import org.siprecservlet.recording.RecordingNotice;
import org.siprecservlet.recording.RecordingPaused;
import org.siprecservlet.recording.RecordingStarted;
import org.siprecservlet.recording.RecordingStopped;

/** Keeps a line for everything that it hears of. */
@ApplicationScoped
public class Diary {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Told at once, before anything else happens to this recording; so it should not take long. */
    void started(@Observes RecordingStarted started) {
        write("started", started);
    }

    /** Told on a thread of its own, which may take its time. */
    void paused(@ObservesAsync RecordingPaused paused) {
        write("paused", paused);
    }

    /** The same. */
    void stopped(@ObservesAsync RecordingStopped stopped) {
        write("stopped", stopped);
    }

    private void write(String what, RecordingNotice notice) {
        lines.add(notice.recording().callId() + " " + what);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
