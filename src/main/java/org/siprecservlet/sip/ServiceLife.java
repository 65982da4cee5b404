package org.siprecservlet.sip;

/** Hears when calls are taken and when no more, in this order, each once. */
public interface ServiceLife {

    /** Calls are taken from now on. */
    void started();

    /** New calls should go elsewhere; those that live are about to be ended. */
    void stopping();

    /** All calls have been told to end, and messages can still be sent: the time to end recordings. May take a while. */
    void callsEnded();
}
