package org.siprecservlet.media;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/**
 * Carries the media of calls and copies it for recorders.
 *
 * <p>No operation blocks. Each returns a stage that ends with the result or with a {@link RelayException}; a stage may
 * already be complete when it is returned, and may be completed on any thread, also on one that carries media: what is
 * attached to a stage must not block, or be attached with an executor of its own. Operations of one call are asked one
 * at a time, the next after the stage of the one before has ended; operations of different calls run side by side.
 */
public interface MediaRelay {

    /**
     * Takes an SDP offer of one side and returns the offer to be sent to the other: addresses and ports are the relay's,
     * everything else is as it was. The first offer of an unknown call creates the call. An offer that is never answered
     * has to be taken back with {@link #withdraw}.
     */
    CompletionStage<SessionDescription> offer(RelayCall call, Side from, SessionDescription offer);

    /**
     * Takes the SDP answer of one side to the other side's latest offer and returns the answer for the offerer. May be
     * asked again for the same offer, when a later or another answer (a fork, a 200 after a 183) takes its place.
     */
    CompletionStage<SessionDescription> answer(RelayCall call, Side from, SessionDescription answer);

    /**
     * Takes back the offer of one side that was not answered, because it was rejected or given up: media flows as it did
     * before it, and what only that offer needed is freed. Nothing happens when that side has no unanswered offer: once
     * answered, an offer is replaced by the next one, never undone.
     */
    CompletionStage<Void> withdraw(RelayCall call, Side from);

    /**
     * Prepares a copy of all media of an answered call; refuses an address to send it from that is none of its own, and a
     * {@link CopyForm} that is not in its power ({@link RelayException.Kind#NOT_SUPPORTED}). Nothing is sent before {@link #connect}. Several copies of one
     * call do not know of each other.
     */
    CompletionStage<CopyOffer> subscribe(Subscription copy);

    /**
     * Asks for the present offer of a copy, after an exchange of the call has changed its media; what flows stays as it is
     * until {@link #connect}. What one side sends on one line of the call keeps its place, label and port; a line of the
     * call that is new is added at the end; one that the call no longer has, or that can no longer be copied, has port 0 and
     * gets its port back when it returns (RFC 3264 section 8). The formats are those now agreed, and the directions as in
     * {@link CopyOffer}. The {@code o=} line stays: who sends the offer counts its versions. A failure leaves the copy as it
     * was.
     */
    CompletionStage<CopyOffer> refresh(Subscription copy);

    /**
     * Starts, changes or stops the flow of a copy as a recorder's answer says (RFC 3264, RFC 7866 section 7.2): lines are
     * matched by position; a line with port 0, {@code inactive}, {@code sendonly} or the address 0.0.0.0 gets nothing;
     * {@code recvonly}, {@code sendrecv} and no direction at all get the stream. May be asked again with a newer answer.
     */
    CompletionStage<Void> connect(Subscription copy, SessionDescription answer);

    /**
     * Tells what is known of each stream of a copy, in the order of {@link CopyOffer#streams}. May be asked at any time,
     * also while other operations of the call go on, and holds none of them up. A relay that is not there shows as
     * {@link RelayException.Kind#BROKEN}, one that has lost the call as {@link RelayException.Kind#UNKNOWN_CALL}.
     */
    CompletionStage<List<CopyCount>> count(Subscription copy);

    /** Ends a copy and frees what it held. Nothing happens when there is no such copy. */
    CompletionStage<Void> unsubscribe(Subscription copy);

    /**
     * Lets one side of an answered call hear a sound, in place of the audio of the other side wherever the two would come
     * together; what is said before and after it is heard as ever. It lasts until it is over, {@link #hush}, or the end of the
     * call; one that the side hears already gives way. Copies do not have it unless the prompt says so. May be asked at any
     * time, as {@link #count}.
     *
     * @return ends as soon as the sound is under way; fails with {@link RelayException.Kind#NOT_SUPPORTED} when the relay
     *     can not make it, or not in the codec of the call, and nothing has changed
     */
    default CompletionStage<Void> play(Prompt prompt, Side hearer) {
        return CompletableFuture.failedStage(new RelayException(
                RelayException.Kind.NOT_SUPPORTED, "This media relay can not let the parties hear anything."));
    }

    /** Ends a sound that one side hears. Nothing happens when it hears another, or none. May be asked at any time. */
    default CompletionStage<Void> hush(Prompt prompt, Side hearer) {
        return CompletableFuture.completedStage(null);
    }

    /** Ends a call and all its copies and frees what they held. Nothing happens when there is no such call. */
    CompletionStage<Void> delete(RelayCall call);
}
