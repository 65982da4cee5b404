package org.siprecservlet.testkit.sip;

/** What was waited for did not come in time; the message shows what came instead. */
public final class TimedOut extends AssertionError {

    private static final long serialVersionUID = 1;

    public TimedOut(String message) {
        super(message);
    }
}
