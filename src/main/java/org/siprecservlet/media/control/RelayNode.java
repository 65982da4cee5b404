package org.siprecservlet.media.control;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One relay in a process of its own. Any thread may call it.
 *
 * @param <P> what a new call is given to carry its media at
 */
public interface RelayNode<P> {

    /** Finds out whether it is there. Never fails. */
    CompletionStage<Void> check();

    /** What a new call may be given; empty while it may get none. */
    Optional<P> place();

    /** Why it may get no new call, in a sentence, when it may not. */
    String trouble();

    /** How many new calls it is given for each one that a relay of the weight 1 is given; at least 1. */
    default int weight() {
        return 1;
    }

    /** Ends the way to it. */
    void close();
}
