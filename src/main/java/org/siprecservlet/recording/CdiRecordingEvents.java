package org.siprecservlet.recording;

import java.lang.System.Logger.Level;
import javax.enterprise.context.Dependent;
import javax.enterprise.event.Event;
import javax.inject.Inject;

/**
 * Fires each fact as a CDI event of its own type, for {@code @Observes} and for {@code @ObservesAsync}. What an observer
 * throws is logged and has no effect on the recording.
 */
@Dependent
public class CdiRecordingEvents implements RecordingEvents {

    private static final System.Logger LOG = System.getLogger(CdiRecordingEvents.class.getName());

    private final Event<RecordingNotice> events;

    @Inject
    public CdiRecordingEvents(Event<RecordingNotice> events) {
        this.events = events;
    }

    @Override
    public void tell(RecordingNotice notice) {
        guarded(notice, () -> events.fire(notice));
        guarded(notice, () -> events.fireAsync(notice).whenComplete((told, failure) -> note(notice, failure)));
    }

    private static void guarded(RecordingNotice notice, Runnable firing) {
        try {
            firing.run();
        } catch (RuntimeException | Error e) {
            note(notice, e);
        }
    }

    private static void note(RecordingNotice notice, Throwable failure) {
        if (failure != null) {
            String what = "call " + notice.callId() + ", recording "
                    + notice.recording().id() + ": an observer of "
                    + notice.getClass().getSimpleName() + " threw; the recording is not affected";
            LOG.log(Level.WARNING, what, failure);
        }
    }
}
