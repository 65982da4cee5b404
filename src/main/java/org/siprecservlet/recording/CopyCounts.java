package org.siprecservlet.recording;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.siprecservlet.media.CopyCount;

/** Asks the relay what was copied, and has the dossier know. Confined to the recording's mailbox. */
final class CopyCounts {

    /**
     * What came of a question.
     *
     * @param failure why there are no counts; null when there are
     */
    record Outcome(List<CopyCount> counts, String failure) {}

    private final RelayCopy copy;
    private final Dossier dossier;
    private final Executor mailbox;

    CopyCounts(RelayCopy copy, Dossier dossier, Executor mailbox) {
        this.copy = copy;
        this.dossier = dossier;
        this.mailbox = mailbox;
    }

    /** The outcome is told in the mailbox, once. */
    void ask(Consumer<Outcome> told) {
        copy.count((counts, failure) -> mailbox.execute(() -> {
            if (failure == null) {
                dossier.counted(counts);
            }
            told.accept(new Outcome(counts, failure));
        }));
    }
}
