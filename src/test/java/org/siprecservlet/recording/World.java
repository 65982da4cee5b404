package org.siprecservlet.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.RelayException;

/** One recorded call, and everything that can happen to it next. */
final class World {

    private static final Pattern STORY = Pattern.compile("(RecordingFailedOver )?(RecordingFailed"
            + "|RecordingStarted( RecordingPaused RecordingResumed)*( RecordingPaused)? RecordingStopped)");

    final FakeRelay relay = new FakeRelay();
    final Recorder recorder = new Recorder(relay, RecordingActions.CLOSE_TIMEOUT, Recorder.ONE, Recorder.TWO);
    private final AnsweredCall call = recorder.arrive("call-1");
    private final RecordingId recording = arm();
    private final List<CompletionStage<?>> wishes = new ArrayList<>();
    /** The pause that is the latest wish; null when it is another. */
    private CompletionStage<RecordingView> pause;

    private boolean answered;
    private boolean callEnded;
    private boolean held;
    private boolean stopped;
    private boolean down;

    /** No packet ever flows. */
    World() {
        relay.counting = CompletableFuture.completedFuture(List.of(CopyCount.copied("1", true, 0, 0, 0)));
    }

    private RecordingId arm() {
        RecordingPlan plan = Recorder.plan(RecordingPlan.DEFAULT_INSTANCE, Recorder.ONE, Recorder.TWO);
        try {
            return recorder.service.start(call.id(), plan).id();
        } catch (RecordingRefused e) {
            throw new AssertionError(e);
        }
    }

    /** What can happen now, by name. */
    Map<String, Runnable> possible() {
        Map<String, Runnable> happenings = new LinkedHashMap<>();
        if (!answered && !callEnded) {
            happenings.put("the call is answered", this::answer);
        }
        if (!callEnded) {
            happenings.put("the call ends", this::endCall);
        }
        if (!stopped) {
            happenings.put("a stop is asked for", this::stop);
        }
        if (!down) {
            happenings.put("the application goes down", this::goDown);
        }
        if (answered && !callEnded) {
            happenings.put("the call is held or resumed", this::change);
        }
        happenings.put("a pause is asked for", this::pause);
        happenings.put("a resumption is asked for", this::resume);
        happenings.put("time passes", () -> recorder.time.pass(RecordingActions.CLOSE_TIMEOUT));
        relay(happenings);
        for (FakeSrs.Dialog dialog : List.copyOf(recorder.srs.dialogs)) {
            srs(dialog.callId() + ": ", dialog, happenings);
        }
        return happenings;
    }

    private void relay(Map<String, Runnable> happenings) {
        RelayException broken = FakeRelay.failure(RelayException.Kind.BROKEN);
        if (relay.asked.contains("subscribe") && !relay.subscribing.isDone()) {
            happenings.put("the copy is prepared", () -> relay.subscribing.complete(FakeRelay.offer()));
            happenings.put("the copy is refused", () -> relay.subscribing.completeExceptionally(broken));
        }
        if (relay.asked.contains("connect") && !relay.connecting.isDone()) {
            happenings.put("the copy flows", () -> relay.connecting.complete(null));
            happenings.put("the copy does not flow", () -> relay.connecting.completeExceptionally(broken));
        }
    }

    private static void srs(String name, FakeSrs.Dialog dialog, Map<String, Runnable> happenings) {
        if (dialog.pending) {
            happenings.put(name + "ringing", dialog::ring);
            happenings.put(name + "accepted", dialog::accept);
            happenings.put(name + "accepted without a body", () -> dialog.accept(Body.NONE));
            happenings.put(name + "refused", () -> dialog.refuse(dialog.sent.contains("CANCEL") ? 487 : 503));
            happenings.put(name + "unreachable", dialog::beUnreachable);
        }
        if (dialog.pending && !dialog.seemsDead) {
            happenings.put(name + "seems dead", dialog::seemDead);
        }
        if ((dialog.pending || dialog.accepted) && !dialog.hungUp && !dialog.byeDone) {
            happenings.put(name + "offers", () -> dialog.offer(Sdp.body("inactive", 40000, 40002)));
        }
        if (dialog.accepted && !dialog.hungUp && !dialog.byeDone) {
            happenings.put(name + "wants an offer", dialog::wantOffer);
            happenings.put(name + "wants a snapshot", dialog::wantSnapshot);
        }
        if (dialog.offered) {
            happenings.put(name + "agrees", dialog::agree);
            happenings.put(name + "disagrees", () -> dialog.disagree(488));
            happenings.put(name + "crosses", () -> dialog.disagree(491));
            happenings.put(name + "knows nothing", () -> dialog.disagree(481));
        }
        if (dialog.accepted && !dialog.hungUp) {
            happenings.put(name + "hung up", dialog::hangUp);
        }
        if (dialog.sent.contains("BYE") && !dialog.byeDone) {
            happenings.put(name + "BYE done", dialog::finishBye);
        }
    }

    private void answer() {
        answered = true;
        recorder.service.answered(call);
    }

    private void change() {
        held = !held;
        relay.refreshing = CompletableFuture.completedFuture(FakeRelay.offer(held ? "inactive" : "sendonly"));
        recorder.service.changed(call.id());
    }

    private void endCall() {
        callEnded = true;
        recorder.end(call);
    }

    private void goDown() {
        down = true;
        recorder.service.shutdown();
    }

    private void pause() {
        pause = recorder.service.pause(recording);
        wishes.add(pause);
    }

    private void resume() {
        pause = null;
        wishes.add(recorder.service.resume(recording));
    }

    private void stop() {
        stopped = true;
        wishes.add(recorder.service.stop(recording));
    }

    /** Brings the call and everything that is still open to its normal end. */
    void comeToAnEnd() {
        if (!callEnded) {
            endCall();
        }
        relay.subscribing.complete(FakeRelay.offer());
        relay.connecting.complete(null);
        recorder.time.pass(RecordingActions.CLOSE_TIMEOUT);
        for (FakeSrs.Dialog dialog : List.copyOf(recorder.srs.dialogs)) {
            if (dialog.pending) {
                dialog.refuse(dialog.sent.contains("CANCEL") ? 487 : 408);
            }
            if (dialog.sent.contains("BYE") && !dialog.byeDone) {
                dialog.finishBye();
            }
        }
        recorder.time.pass(RecordingActions.CLOSE_TIMEOUT);
    }

    /** What is not as it has to be at all times. */
    List<String> faultsNow() {
        List<String> faults = new ArrayList<>();
        RecordingState state = recorder.only().state();
        check(state != RecordingState.PAUSED || !relay.flows(), "no media flows while paused", faults);
        check(!isDone(pause) || !relay.flows(), "no media flows after a pause that was done", faults);
        return faults;
    }

    private static boolean isDone(CompletionStage<?> wish) {
        return wish != null
                && wish.toCompletableFuture().isDone()
                && !wish.toCompletableFuture().isCompletedExceptionally();
    }

    /** What was not left as it should be. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        check(wishes.stream().allMatch(wish -> wish.toCompletableFuture().isDone()), "every wish has an end", faults);
        check(recorder.only().state().isFinal(), "the recording is over", faults);
        List<String> facts = new ArrayList<>(recorder.facts());
        int silent = facts.indexOf("RecordingSilent");
        check(
                silent < 0 || silent > facts.indexOf("RecordingStarted") && silent < facts.indexOf("RecordingStopped"),
                "silence is told of an active recording only, not " + facts,
                faults);
        facts.remove("RecordingSilent");
        check(
                STORY.matcher(String.join(" ", facts)).matches(),
                "one end is told, and a start only before a stop, and they take turns, not " + recorder.facts(),
                faults);
        check(relay.copies.isEmpty(), "the copy is freed", faults);
        check(recorder.time.running() == 1, "only the history's timer runs", faults);
        recorder.srs.dialogs.forEach(dialog -> checkDialog(dialog, faults));
        return faults;
    }

    private static void checkDialog(FakeSrs.Dialog dialog, List<String> faults) {
        List<String> afterCancel =
                dialog.sent.stream().filter(each -> !each.equals("CANCEL")).toList();
        List<String> ended = List.of("ACK", "BYE");
        boolean right = !dialog.accepted
                ? afterCancel.isEmpty()
                : afterCancel.equals(ended) || (dialog.hungUp && afterCancel.equals(List.of("ACK")));
        check(dialog.replies.size() == dialog.requests, "every request of " + dialog.callId() + " is answered", faults);
        check(right, dialog.callId() + " is not orphaned by " + dialog.sent, faults);
        check(dialog.sent.stream().filter("CANCEL"::equals).count() <= 1, "one CANCEL at most", faults);
    }

    private static void check(boolean holds, String what, List<String> faults) {
        if (!holds) {
            faults.add("not so: " + what);
        }
    }
}
