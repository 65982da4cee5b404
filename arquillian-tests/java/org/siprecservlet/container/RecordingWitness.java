package org.siprecservlet.container;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.event.Observes;
import javax.enterprise.event.ObservesAsync;
import org.siprecservlet.recording.RecordingFailed;
import org.siprecservlet.recording.RecordingFailedOver;
import org.siprecservlet.recording.RecordingMoved;
import org.siprecservlet.recording.RecordingNotice;
import org.siprecservlet.recording.RecordingPaused;
import org.siprecservlet.recording.RecordingResumed;
import org.siprecservlet.recording.RecordingStarted;
import org.siprecservlet.recording.RecordingStopped;

/** A bean of another application in the same archive, which hears of recordings. Runs in the server. */
@ApplicationScoped
public class RecordingWitness {

    /** The caller whose recordings make it throw. */
    static final String TROUBLE = "Trouble";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    void started(@Observes RecordingStarted fact) {
        hear("sync", fact, "");
        if (fact.recording().participants().get(0).displayName().equals(TROUBLE)) {
            throw new IllegalStateException("an observer that fails");
        }
    }

    void startedLater(@ObservesAsync RecordingStarted fact) {
        hear("async", fact, "");
    }

    void stopped(@Observes RecordingStopped fact) {
        hear("sync", fact, fact.reason().name());
    }

    void stoppedLater(@ObservesAsync RecordingStopped fact) {
        hear("async", fact, fact.reason().name());
    }

    void failed(@Observes RecordingFailed fact) {
        hear("sync", fact, fact.reason().name());
    }

    void failedLater(@ObservesAsync RecordingFailed fact) {
        hear("async", fact, fact.reason().name());
    }

    void paused(@Observes RecordingPaused fact) {
        hear("sync", fact, "");
    }

    void resumed(@Observes RecordingResumed fact) {
        hear("sync", fact, "");
    }

    void failedOver(@Observes RecordingFailedOver fact) {
        hear("sync", fact, fact.from() + " " + fact.reason());
    }

    void moved(@Observes RecordingMoved fact) {
        hear("sync", fact, fact.from() + " " + fact.to());
    }

    private void hear(String how, RecordingNotice fact, String reason) {
        heard.add(String.join(
                " ",
                fact.callId().value(),
                how,
                fact.getClass().getSimpleName(),
                fact.dialogId().orElse(""),
                fact.srsCallId().orElse("-"),
                fact.sessionId(),
                fact.server().map(Object::toString).orElse("-"),
                fact.instance(),
                reason));
    }

    List<String> heard() {
        return heard;
    }
}
