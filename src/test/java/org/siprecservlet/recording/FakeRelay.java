package org.siprecservlet.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.CopyCount;
import org.siprecservlet.media.CopyOffer;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.Prompt;
import org.siprecservlet.media.RecordedStream;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.sdp.SessionDescription;

/** A relay that does what it is asked only when the test lets it, or at once. */
final class FakeRelay implements MediaRelay {

    /** What it was asked, in order. */
    final List<String> asked = new ArrayList<>();

    final List<Subscription> copies = new ArrayList<>();
    CompletableFuture<CopyOffer> subscribing = new CompletableFuture<>();
    CompletableFuture<Void> connecting = new CompletableFuture<>();
    CompletableFuture<Void> unsubscribing = CompletableFuture.completedFuture(null);

    /** What it was connected by last. */
    SessionDescription lastAnswer;

    /** Whether it does what it was asked last, and that is to send. */
    boolean flows() {
        return lastAnswer != null
                && connecting.isDone()
                && !copies.isEmpty()
                && !connecting.isCompletedExceptionally()
                && lastAnswer.media().stream()
                        .anyMatch(line -> lastAnswer.directionOf(line).receives());
    }

    private boolean atOnce;

    FakeRelay atOnce() {
        atOnce = true;
        subscribing.complete(offer());
        connecting.complete(null);
        return this;
    }

    /** What it offers now: at first the same as before. */
    CompletableFuture<CopyOffer> refreshing = CompletableFuture.completedFuture(offer());

    static CopyOffer offer() {
        return offer("sendonly");
    }

    static CopyOffer offer(String direction) {
        return offer(Sdp.of(direction, 30000, 30002));
    }

    /** With as many streams as there are lines, by turns of caller and callee. */
    static CopyOffer offer(SessionDescription lines) {
        List<RecordedStream> streams = IntStream.range(0, lines.media().size())
                .mapToObj(line -> new RecordedStream(
                        Integer.toString(line + 1), line % 2 == 0 ? Side.CALLER : Side.CALLEE, "audio"))
                .toList();
        return new CopyOffer(lines, streams);
    }

    static RelayException failure(RelayException.Kind kind) {
        return new RelayException(kind, "the relay says no");
    }

    @Override
    public CompletionStage<CopyOffer> subscribe(Subscription copy) {
        asked.add("subscribe");
        copies.add(copy);
        return subscribing;
    }

    @Override
    public CompletionStage<CopyOffer> refresh(Subscription copy) {
        asked.add("refresh");
        return refreshing;
    }

    @Override
    public CompletionStage<Void> connect(Subscription copy, SessionDescription answer) {
        asked.add("connect");
        if (lastAnswer != null && !atOnce) {
            connecting = new CompletableFuture<>();
        }
        lastAnswer = answer;
        return connecting;
    }

    /** What it has counted, or why it does not tell. */
    CompletableFuture<List<CopyCount>> counting = CompletableFuture.completedFuture(List.of());

    @Override
    public CompletionStage<List<CopyCount>> count(Subscription copy) {
        return counting;
    }

    /** What the parties were let hear, in order. */
    final List<String> heard = new ArrayList<>();

    /** What comes of letting them hear something; null: it throws. */
    CompletableFuture<Void> playing = CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<Void> play(Prompt prompt, Side hearer) {
        heard.add(hearer + " hears " + prompt.sound().name());
        return Objects.requireNonNull(playing, "a bug of the relay");
    }

    @Override
    public CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        heard.add(hearer + " hears nothing");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> unsubscribe(Subscription copy) {
        asked.add("unsubscribe");
        copies.remove(copy);
        return unsubscribing;
    }

    @Override
    public CompletionStage<SessionDescription> offer(RelayCall call, Side from, SessionDescription offer) {
        throw new AssertionError("a recording makes no offer for the call");
    }

    @Override
    public CompletionStage<SessionDescription> answer(RelayCall call, Side from, SessionDescription answer) {
        throw new AssertionError("a recording gives no answer for the call");
    }

    @Override
    public CompletionStage<Void> withdraw(RelayCall call, Side from) {
        throw new AssertionError("a recording withdraws nothing of the call");
    }

    @Override
    public CompletionStage<Void> delete(RelayCall call) {
        throw new AssertionError("a recording does not delete the call");
    }
}
