package org.siprecservlet.recording;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.siprecservlet.media.CopyOffer;

/**
 * Keeps up with the media of the call: has the relay asked what there is to offer now, at once or when there is time for
 * it. Confined to the recording's mailbox; decides nothing.
 */
final class CallFollower {

    private final RelayCopy copy;
    private final Renegotiation renegotiation;
    private final Executor mailbox;
    private final Consumer<RecordingEvent> recording;
    private boolean behind;
    private boolean snapshotWanted;

    /** The relay's offers are heard in the mailbox, and events told from within it. */
    CallFollower(RelayCopy copy, Renegotiation renegotiation, Executor mailbox, Consumer<RecordingEvent> recording) {
        this.copy = copy;
        this.renegotiation = renegotiation;
        this.mailbox = mailbox;
        this.recording = recording;
    }

    /** Asks the relay what there is to offer now; is an event when the server knows it otherwise. */
    void ask() {
        copy.refresh(offer -> mailbox.execute(() -> hear(offer)));
    }

    private void hear(CopyOffer offer) {
        if (renegotiation.isNews(offer)) {
            recording.accept(new RecordingEvent.CopyChanged(offer));
        } else {
            renegotiation.renew(offer);
        }
    }

    /** The call has changed, and the relay is to be asked later. */
    void noteChange() {
        behind = true;
    }

    /** The server wants a snapshot, or has to have one, and is to be told later. */
    void noteSnapshot() {
        snapshotWanted = true;
    }

    /**
     * Gives one thing that was noted, once. The snapshot comes first: it always leads to another phase, after which the
     * change has its turn, and a change may turn out to be none.
     */
    Optional<RecordingEvent> takeNoted() {
        if (snapshotWanted) {
            snapshotWanted = false;
            return Optional.of(new RecordingEvent.Plain(RecordingEventKind.SNAPSHOT_WANTED));
        }
        if (behind) {
            behind = false;
            return Optional.of(new RecordingEvent.Plain(RecordingEventKind.CALL_CHANGED));
        }
        return Optional.empty();
    }
}
