package org.siprecservlet.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.siprecservlet.sound.Sound;

/** Tells the world what has become of a recording: log and events. Confined to the recording's mailbox. */
final class Announcements {

    private final Supplier<RecordingView> recording;
    private final Dossier dossier;
    private final RecordingEvents events;
    private final Clock clock;
    private final RecordingLog log;
    private boolean paused;

    /** @param recording shows the recording as it is now, and gives that view */
    Announcements(Supplier<RecordingView> recording, Dossier dossier, RecordingPorts ports, RecordingLog log) {
        this.recording = recording;
        this.dossier = dossier;
        this.events = ports.events();
        this.clock = ports.clock();
        this.log = log;
    }

    void started() {
        Instant now = clock.instant();
        if (dossier.isMoving()) {
            moved(now);
            return;
        }
        dossier.started(now);
        RecordingView started = recording.get();
        log.active(started.server().orElseThrow(), started.srsCallId().orElse(""));
        events.tell(new RecordingStarted(started, now));
    }

    private void moved(Instant now) {
        RecordingMove move = dossier.moved(now);
        RecordingView moved = recording.get();
        log.moved(move, moved.srsCallId().orElse(""));
        events.tell(new RecordingMoved(moved, move, now));
    }

    /** Paused again, after a resumption that did not come to be, is no news. */
    void paused() {
        if (!paused) {
            paused = true;
            log.paused();
            events.tell(new RecordingPaused(recording.get(), clock.instant()));
        }
    }

    void resumed() {
        if (paused) {
            paused = false;
            log.resumed();
            events.tell(new RecordingResumed(recording.get(), clock.instant()));
        }
    }

    void silent(Instant since, String why) {
        Instant now = clock.instant();
        dossier.silent(since, why);
        log.silent(Duration.between(since, now), why);
        events.tell(new RecordingSilent(recording.get(), since, now));
    }

    void recovered() {
        dossier.recovered();
        log.recovered();
        events.tell(new RecordingRecovered(recording.get(), clock.instant()));
    }

    /** The parties hear that they are recorded. Again is no news. */
    void announced(Sound sound) {
        if (!recording.get().notice().map(RecordingView.Notice::given).orElse(false)) {
            dossier.notice(new RecordingView.Notice(true, ""));
            recording.get();
            log.announced(sound);
        }
    }

    void unannounced(String why) {
        dossier.notice(new RecordingView.Notice(false, why));
        log.unannounced(why);
        events.tell(new RecordingUnannounced(recording.get(), why, clock.instant()));
    }

    void failedOver(SrsUri from, SrsUri to, EndReason reason) {
        events.tell(new RecordingFailedOver(recording.get(), from, to, reason, clock.instant()));
    }

    void ended() {
        Instant now = clock.instant();
        dossier.ended(now);
        RecordingView ended = recording.get();
        EndReason reason = dossier.ending().reason();
        log.over(
                dossier.ending(),
                ended.startedAt().map(start -> Duration.between(start, now)).orElse(null));
        events.tell(
                dossier.wasActive()
                        ? new RecordingStopped(ended, reason, now)
                        : new RecordingFailed(ended, reason, now));
    }
}
