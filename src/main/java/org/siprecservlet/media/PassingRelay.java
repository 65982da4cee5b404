package org.siprecservlet.media;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Has calls go past a relay that can not take them: their descriptions stay as they are, and there is nothing to copy. What a call
 * begins with holds for its life; a call that the relay has taken is never taken away from it. Safe for any thread.
 */
public final class PassingRelay implements MediaRelay {

    private static final System.Logger LOG = System.getLogger(PassingRelay.class.getName());
    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    /**
     * Which way a call goes.
     *
     * @param pastBecause why it goes past the relay; null when it does not
     * @param answered whether anything was ever agreed
     */
    private record Way(String pastBecause, boolean answered) {

        boolean isPast() {
            return pastBecause != null;
        }

        Way agreed() {
            return new Way(pastBecause, true);
        }
    }

    private final MediaRelay relay;
    private final ConcurrentMap<RelayCall, Way> ways = new ConcurrentHashMap<>();

    public PassingRelay(MediaRelay relay) {
        this.relay = relay;
    }

    @Override
    public CompletionStage<SessionDescription> offer(RelayCall call, Side from, SessionDescription offer) {
        Way way = ways.get(call);
        if (way == null) {
            return firstOffer(call, from, offer);
        }
        return way.isPast() ? CompletableFuture.completedStage(offer) : relay.offer(call, from, offer);
    }

    private CompletionStage<SessionDescription> firstOffer(RelayCall call, Side from, SessionDescription offer) {
        return relay.offer(call, from, offer)
                .whenComplete((told, failure) -> {
                    if (failure == null) {
                        ways.put(call, new Way(null, false));
                    }
                })
                .exceptionallyCompose(failure -> past(call, offer, failure));
    }

    private CompletionStage<SessionDescription> past(RelayCall call, SessionDescription offer, Throwable failure) {
        if (!(RelayException.behind(failure) instanceof RelayException refusal) || !isUnusable(refusal.kind())) {
            return CompletableFuture.failedStage(failure);
        }
        LOG.log(
                Level.WARNING,
                "Call {0} goes past the media relay and is not recorded: {1}",
                call.value(),
                refusal.getMessage());
        ways.put(call, new Way(refusal.getMessage(), false));
        return CompletableFuture.completedStage(offer);
    }

    /** What is wrong with the call itself would be wrong again. */
    private static boolean isUnusable(RelayException.Kind kind) {
        return kind == RelayException.Kind.BROKEN || kind == RelayException.Kind.NO_PORTS;
    }

    @Override
    public CompletionStage<SessionDescription> answer(RelayCall call, Side from, SessionDescription answer) {
        Way way = ways.computeIfPresent(call, (known, before) -> before.agreed());
        return way != null && way.isPast()
                ? CompletableFuture.completedStage(answer)
                : relay.answer(call, from, answer);
    }

    /** A call that nothing was agreed in begins anew. */
    @Override
    public CompletionStage<Void> withdraw(RelayCall call, Side from) {
        boolean past = isPast(call);
        ways.computeIfPresent(call, (known, way) -> way.answered() ? way : null);
        return past ? DONE : relay.withdraw(call, from);
    }

    @Override
    public CompletionStage<CopyOffer> subscribe(Subscription copy) {
        return isPast(copy.call()) ? nothingToCopy(copy) : relay.subscribe(copy);
    }

    @Override
    public CompletionStage<CopyOffer> refresh(Subscription copy) {
        return isPast(copy.call()) ? nothingToCopy(copy) : relay.refresh(copy);
    }

    @Override
    public CompletionStage<Void> connect(Subscription copy, SessionDescription answer) {
        return isPast(copy.call()) ? nothingToCopy(copy) : relay.connect(copy, answer);
    }

    @Override
    public CompletionStage<List<CopyCount>> count(Subscription copy) {
        return isPast(copy.call()) ? nothingToCopy(copy) : relay.count(copy);
    }

    @Override
    public CompletionStage<Void> unsubscribe(Subscription copy) {
        return isPast(copy.call()) ? DONE : relay.unsubscribe(copy);
    }

    @Override
    public CompletionStage<Void> play(Prompt prompt, Side hearer) {
        return isPast(prompt.call()) ? nothingToCarry(prompt.call()) : relay.play(prompt, hearer);
    }

    @Override
    public CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        return isPast(prompt.call()) ? DONE : relay.hush(prompt, hearer);
    }

    @Override
    public CompletionStage<Void> delete(RelayCall call) {
        Way way = ways.remove(call);
        return way != null && way.isPast() ? DONE : relay.delete(call);
    }

    private boolean isPast(RelayCall call) {
        Way way = ways.get(call);
        return way != null && way.isPast();
    }

    private <T> CompletionStage<T> nothingToCopy(Subscription copy) {
        return nothingToCarry(copy.call());
    }

    private <T> CompletionStage<T> nothingToCarry(RelayCall call) {
        Way way = ways.get(call);
        return CompletableFuture.failedStage(new RelayException(
                RelayException.Kind.BROKEN,
                "The call goes past the media relay, which could not be used when it came: "
                        + (way == null ? "it is over." : way.pastBecause())));
    }
}
