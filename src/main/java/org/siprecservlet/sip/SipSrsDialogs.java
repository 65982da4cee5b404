package org.siprecservlet.sip;

import java.util.function.Consumer;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.recording.BadPlanException;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.LocalSocket;
import org.siprecservlet.recording.ServerReply;
import org.siprecservlet.recording.SessionDetails;
import org.siprecservlet.recording.SrsDialog;
import org.siprecservlet.recording.SrsDialogs;
import org.siprecservlet.recording.SrsSignal;
import org.siprecservlet.recording.SrsUri;

/** Opens recording sessions with the container's SIP stack, each in an application session of its own. */
final class SipSrsDialogs implements SrsDialogs {

    /** What is answered within a recording session. */
    static final String METHODS = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE";

    static final String ACCEPT =
            "application/sdp, application/rs-metadata+xml, application/rs-metadata, application/rs-metadata-request";

    private final SipContainer container;
    private final Transports transports;
    private final Calls calls;
    private final String ownUri;
    private final FirstSending sending;

    /** With an empty own URI the SRC is named after the address it listens on. */
    SipSrsDialogs(SipContainer container, Transports transports, Calls calls, String ownUri, FirstSending sending) {
        this.container = container;
        this.transports = transports;
        this.calls = calls;
        this.ownUri = ownUri;
        this.sending = sending;
    }

    @Override
    public SrsDialog invite(
            CallId call, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> signals) {
        return calls.inboundInvite(call)
                .map(inbound -> invite(inbound, target, details, body, signals))
                .orElseGet(() -> callIsOver(signals));
    }

    private SrsDialog invite(
            SipServletRequest inbound, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> signals) {
        try {
            SipSrsDialog dialog = new SipSrsDialog(request(inbound, target, details, body), signals);
            dialog.open(sending);
            return dialog;
        } catch (BadPlanException e) {
            signals.accept(new SrsSignal.Impossible(e.getMessage()));
        } catch (ServletParseException | RuntimeException e) {
            signals.accept(new SrsSignal.Unreachable(String.valueOf(e.getMessage())));
        }
        return new NoDialog(() -> {});
    }

    /** The recording is about to hear of the end too, and cancels: nothing is sent any more. */
    private static SrsDialog callIsOver(Consumer<SrsSignal> signals) {
        return new NoDialog(() -> signals.accept(new SrsSignal.Refused(487, "Request Terminated")));
    }

    private SipServletRequest request(SipServletRequest inbound, SrsUri target, SessionDetails details, Body body)
            throws ServletParseException, BadPlanException {
        URI place = container.uri(target.value());
        if (!transports.reach(place)) {
            throw new IllegalStateException("this server has no TLS; see SIP_TLS_PORT");
        }
        Address from = container.identity(details.fromUri() == null ? src() : details.fromUri());
        Address to = container.identity(details.toUri() == null ? target.value() : details.toUri());
        SipServletRequest request = container.invite(container.newSession(), inbound, from, to);
        request.setRequestURI(place);
        // Before anything is asked of Contact, which would keep the address of the other socket.
        sendFrom(details.socket(), request);
        request.setMaxForwards(70);
        request.setHeader("Require", "siprec");
        request.setHeader("Accept", ACCEPT);
        request.setHeader("Allow", METHODS);
        SipSrsDialog.showAsRecordingClient(request);
        details.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        MessageBody.put(body, request);
        return request;
    }

    private String src() {
        return ownUri.isEmpty() ? "sip:src@" + container.ownHost() : ownUri;
    }

    private void sendFrom(LocalSocket socket, SipServletRequest request) throws BadPlanException {
        if (socket != null) {
            SipURI own = container
                    .ownSocket(socket, (SipURI) request.getRequestURI())
                    .orElseThrow(() -> new BadPlanException("socket", "this server listens on no socket " + socket));
            SipContainer.sendFrom(own, request.getSession());
        }
    }

    /** Stands for a dialog that was never begun. */
    private record NoDialog(Runnable onCancel) implements SrsDialog {

        @Override
        public String callId() {
            return "";
        }

        @Override
        public void ack() {}

        @Override
        public void cancel() {
            onCancel.run();
        }

        @Override
        public void reinvite(Body description) {}

        @Override
        public void send(InDialogRequest request, Consumer<ServerReply> reply) {}

        @Override
        public void bye() {}
    }
}
