package org.siprecservlet.media.control;

import java.util.concurrent.CompletionStage;

/** One call at a relay in a process of its own. Touched by its own steps only. */
public interface CarriedCall {

    /** What is done with it, one after another. */
    InTurn steps();

    /** Whether nothing was ever agreed and no offer is open. */
    boolean isUnused();

    /** Ends everything that the relay has of it. */
    CompletionStage<Void> end();
}
