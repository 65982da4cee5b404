package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Optional;

/**
 * A search for a server that takes one recording, at one of its attempts. Immutable, but for what all searches know together of
 * servers.
 */
public interface ServerHunt {

    /** What to invite in this attempt. */
    SrsUri target();

    /** How long the target may take to give a final answer. */
    Duration answerTimeout();

    /** How often the target is asked within the session whether it is still there; zero: never. */
    Duration keepalive();

    /** The target has answered the question whether it is still there. */
    void noteAnswer();

    /** Whether the target has ever answered it, in this session or another. */
    boolean isKnownToAnswer();

    /** What the target has to be told otherwise than most. */
    RecorderProfile profile();

    /**
     * The next attempt after the target refused, at the same target when that takes metadata of another media type; empty when
     * the search is over. Searches that begin later may leave out a server that wants to be left alone.
     */
    Optional<ServerHunt> afterRefusal(ServerRefusal refusal);

    /**
     * The first attempt at another server after the target has vanished from its session: a search of its own, through all
     * servers but those that have vanished from this recording. Empty when there is none.
     *
     * @param how 481: it does not know the session any more; 408: it gives no answer
     */
    Optional<ServerHunt> afterLoss(ServerRefusal how);

    /** The next attempt after the target could not be reached at all; empty when the search is over. */
    Optional<ServerHunt> afterUnreachable();
}
