package org.siprecservlet.recording;

import java.time.Duration;
import java.util.Optional;

/** A search for a server that takes one recording, at one of its attempts. Immutable. */
public interface ServerHunt {

    /** What to invite in this attempt. */
    SrsUri target();

    /** How long the target may take to give a final answer. */
    Duration answerTimeout();

    /** What the target has to be told otherwise than most. */
    RecorderProfile profile();

    /**
     * The next attempt after the target refused, at the same target when that takes metadata of another media type; empty when
     * the search is over. Searches that begin later may leave out a server that wants to be left alone.
     */
    Optional<ServerHunt> afterRefusal(ServerRefusal refusal);

    /** The next attempt after the target could not be reached at all; empty when the search is over. */
    Optional<ServerHunt> afterUnreachable();
}
