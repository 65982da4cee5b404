package org.siprecservlet.sip;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.ServerReply;
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
    private final Calls calls;
    private final String ownUri;
    private final RefusedConnection refusedConnection;

    /** With an empty own URI the SRC is named after the address it listens on. */
    SipSrsDialogs(SipContainer container, Calls calls, String ownUri, Executor executor) {
        this.container = container;
        this.calls = calls;
        this.ownUri = ownUri;
        this.refusedConnection = new RefusedConnection(executor);
    }

    @Override
    public SrsDialog invite(CallId call, SrsUri target, Body body, Consumer<SrsSignal> signals) {
        return calls.inboundInvite(call)
                .map(inbound -> invite(inbound, target, body, signals))
                .orElseGet(() -> callIsOver(signals));
    }

    private SrsDialog invite(SipServletRequest inbound, SrsUri target, Body body, Consumer<SrsSignal> signals) {
        try {
            SipSrsDialog dialog = new SipSrsDialog(request(inbound, target, body), signals);
            dialog.open(refusedConnection);
            return dialog;
        } catch (ServletParseException | RuntimeException e) {
            signals.accept(new SrsSignal.Unreachable(String.valueOf(e.getMessage())));
            return new NoDialog(() -> {});
        }
    }

    /** The recording is about to hear of the end too, and cancels: nothing is sent any more. */
    private static SrsDialog callIsOver(Consumer<SrsSignal> signals) {
        return new NoDialog(() -> signals.accept(new SrsSignal.Refused(487, "Request Terminated")));
    }

    private SipServletRequest request(SipServletRequest inbound, SrsUri target, Body body)
            throws ServletParseException {
        Address from = container.identity(ownUri.isEmpty() ? "sip:src@" + container.ownHost() : ownUri);
        Address to = container.identity(target.value());
        SipServletRequest request = container.invite(container.newSession(), inbound, from, to);
        request.setRequestURI(container.uri(target.value()));
        request.setMaxForwards(70);
        request.setHeader("Require", "siprec");
        request.setHeader("Accept", ACCEPT);
        request.setHeader("Allow", METHODS);
        SipSrsDialog.showAsRecordingClient(request);
        MessageBody.put(body, request);
        return request;
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
