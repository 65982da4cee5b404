package org.siprecservlet.sip;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/**
 * Sends the INVITEs that open dialogs, and finds out when there is nobody to take them. Whoever sends does not wait until a
 * connection is there.
 */
final class FirstSending {

    private final Executor sending;
    private final RefusedConnection refusedConnection;

    FirstSending(Executor sending, RefusedConnection refusedConnection) {
        this.sending = sending;
        this.refusedConnection = refusedConnection;
    }

    /**
     * Sends a request.
     *
     * @param next where it goes first
     * @param nothingHeard whether no answer has come yet
     * @param failed told on another thread, maybe more than once, that the request could not be sent, and why
     */
    void send(SipServletRequest request, URI next, BooleanSupplier nothingHeard, Consumer<String> failed) {
        if (isOnItsWayAtOnce(next)) {
            Messages.send(request);
            return;
        }
        try {
            sending.execute(() -> attempt(request, failed));
        } catch (RejectedExecutionException e) {
            failed.accept("this server is going down");
            return;
        }
        refusedConnection.watch(next, nothingHeard, () -> failed.accept("Nothing takes connections at " + next));
    }

    private static void attempt(SipServletRequest request, Consumer<String> failed) {
        try {
            Messages.send(request);
        } catch (RuntimeException e) {
            failed.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Over UDP, and to an address that nobody has to be asked for. */
    private static boolean isOnItsWayAtOnce(URI next) {
        return next instanceof SipURI uri
                && RefusedConnection.isNumeric(uri)
                && !Transports.isOverTls(uri)
                && !"tcp".equalsIgnoreCase(uri.getTransportParam());
    }
}
