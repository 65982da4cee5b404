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
    void note() {
        behind = true;
    }

    /** Gives the change that was noted, once. */
    Optional<RecordingEvent> takeNoted() {
        Optional<RecordingEvent> noted =
                behind ? Optional.of(new RecordingEvent.Plain(RecordingEventKind.CALL_CHANGED)) : Optional.empty();
        behind = false;
        return noted;
    }
}
