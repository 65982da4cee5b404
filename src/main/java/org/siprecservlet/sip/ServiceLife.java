package org.siprecservlet.sip;

import java.util.function.IntSupplier;

/** Hears when calls are taken and when no more, in this order, each once. */
public interface ServiceLife {

    /**
     * Calls are taken from now on.
     *
     * @param livingCalls how many calls live at the moment it is asked, answered or not
     */
    void started(IntSupplier livingCalls);

    /** New calls should go elsewhere; those that live are about to be ended. */
    void stopping();

    /** All calls have been told to end, and messages can still be sent: the time to end recordings. May take a while. */
    void callsEnded();
}
