package org.siprecservlet.call;

import java.util.function.Supplier;

/** Where it is told that a call is recorded otherwise than before. The port to the call's parties. */
@FunctionalInterface
public interface RecordedParties {

    /**
     * Has those parties of a call told who want to know. Returns at once and never throws; a call that is over is none.
     *
     * @param now tells what is recorded at the moment it is asked; asked on any thread
     */
    void tell(CallId call, Supplier<RecordingIndication> now);
}
