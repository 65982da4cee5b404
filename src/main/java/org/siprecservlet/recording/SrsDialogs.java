package org.siprecservlet.recording;

import java.util.function.Consumer;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;

/**
 * Opens SIP dialogs towards recording servers. The port between the recording and whatever speaks SIP.
 *
 * <p>{@link #invite} and the methods of {@link SrsDialog} never block and never throw; every outcome, also that of a
 * message that could not even be sent, is told to the consumer, possibly before the method has returned, on any thread,
 * in the order in which it came off the wire.
 */
public interface SrsDialogs {

    /**
     * Sends an INVITE with {@code Require: siprec} and {@code +sip.src} (RFC 7866 section 6.1.1).
     *
     * @param call the living call that is to be recorded; the recording session is tied to it where the container wants it
     * @param target the SRS URI, as it is to be used in this attempt
     * @param details its headers, socket and URIs are for the INVITE
     * @param body SDP offer and metadata in one multipart body
     */
    SrsDialog invite(CallId call, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> signals);
}
