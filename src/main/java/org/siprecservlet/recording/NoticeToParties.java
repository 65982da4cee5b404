package org.siprecservlet.recording;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;

/**
 * Lets the parties hear that they are recorded: an announcement once, a tone for as long as the recording is on. What goes
 * wrong with it is told, and has no other effect. Confined to the recording's mailbox.
 */
final class NoticeToParties {

    private final PartyNotice notice;
    private final String name;
    private final MediaRelay relay;
    private final Executor mailbox;
    private final Announcements announcements;
    private CompletionStage<?> last = CompletableFuture.completedStage(null);
    /** Null before the call is known, and once the recording is over. */
    private Prompt prompt;

    private boolean underWay;

    /** @param name tells this notice from those of other recordings */
    NoticeToParties(PartyNotice notice, String name, MediaRelay relay, Executor mailbox, Announcements announcements) {
        this.notice = notice;
        this.name = name;
        this.relay = relay;
        this.mailbox = mailbox;
        this.announcements = announcements;
    }

    /** The call is answered, and is to be recorded. */
    void answered(RelayCall call) {
        if (!notice.isSilent()) {
            prompt = new Prompt(call, name, notice.sound(), notice.recorded());
            begin(PartyNotice.Moment.ANSWER);
        }
    }

    /** Recording has begun. */
    void started() {
        begin(PartyNotice.Moment.START);
    }

    private void begin(PartyNotice.Moment moment) {
        if (prompt != null && notice.at() == moment) {
            play();
        }
    }

    /** Nothing is recorded for a while: a tone would be untrue. */
    void paused() {
        if (underWay && notice.sound().isRepeated()) {
            hush();
        }
    }

    void resumed() {
        if (prompt != null && notice.sound().isRepeated() && !underWay) {
            play();
        }
    }

    /** The sides have agreed anew, maybe on what the sound can not be made in. */
    void callChanged() {
        if (underWay && notice.sound().isRepeated()) {
            play();
        }
    }

    void ended() {
        if (underWay) {
            hush();
        }
        prompt = null;
    }

    private void play() {
        underWay = true;
        Prompt played = prompt;
        List<CompletableFuture<String>> outcomes = Stream.of(Side.values())
                .map(side -> ask(() -> relay.play(played, side))
                        .handle((done, failure) -> failure == null ? null : complaint(side, failure))
                        .toCompletableFuture())
                .toList();
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
                .thenRunAsync(
                        () -> tell(outcomes.stream()
                                .map(CompletableFuture::join)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("; "))),
                        mailbox);
    }

    private static String complaint(Side side, Throwable failure) {
        return "the " + side.name().toLowerCase(Locale.ROOT) + " does not hear it: "
                + RelayException.messageOf(failure);
    }

    private void tell(String complaints) {
        if (prompt == null) {
            return;
        }
        if (complaints.isEmpty()) {
            announcements.announced(prompt.sound());
        } else {
            announcements.unannounced(complaints);
        }
    }

    private void hush() {
        underWay = false;
        Prompt played = prompt;
        for (Side side : Side.values()) {
            ask(() -> relay.hush(played, side));
        }
    }

    /** Each is asked after the one before has ended, so that the last one counts. */
    private <T> CompletionStage<T> ask(Supplier<CompletionStage<T>> operation) {
        CompletionStage<T> next = last.handle((before, failure) -> null).thenCompose(nothing -> operation.get());
        last = next;
        return next;
    }
}
