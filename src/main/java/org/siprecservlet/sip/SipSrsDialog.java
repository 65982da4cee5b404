package org.siprecservlet.sip;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.ServerReply;
import org.siprecservlet.recording.SrsDialog;
import org.siprecservlet.recording.SrsSignal;

/** One recording session's dialog, or the attempt at it, on the container's SIP stack. */
final class SipSrsDialog implements SrsDialog, ResponseHandler, DialogHandler {

    private static final System.Logger LOG = System.getLogger(SipSrsDialog.class.getName());

    private final SipServletRequest invite;
    private final Consumer<SrsSignal> signals;
    private final SrsConversation conversation;
    private final AtomicBoolean heard = new AtomicBoolean();
    private SipServletResponse success;
    private boolean answerable;
    private boolean cancelled;
    private boolean forked;

    SipSrsDialog(SipServletRequest invite, Consumer<SrsSignal> signals) {
        this.invite = invite;
        this.signals = signals;
        this.conversation = new SrsConversation(invite.getCallId(), signals);
    }

    /** Marks the sender as a recording client (RFC 7866 section 6.1.1). The Contact header itself is the container's. */
    static void showAsRecordingClient(SipServletMessage message) {
        try {
            message.getAddressHeader("Contact").setParameter("+sip.src", "");
        } catch (ServletParseException e) {
            throw new IllegalStateException("the container's own Contact can not be read", e);
        }
    }

    void open(FirstSending sending) {
        handleRequestsOf(invite.getApplicationSession());
        handleResponsesTo(invite);
        sending.send(invite, invite.getRequestURI(), () -> !heard.get(), this::failed);
    }

    private void failed(String why) {
        if (heard.compareAndSet(false, true)) {
            signals.accept(new SrsSignal.Unreachable(why));
            SipContainer.letExpire(invite.getApplicationSession());
        }
    }

    @Override
    public String callId() {
        return invite.getCallId();
    }

    @Override
    public synchronized void ack() {
        conversation.attempt("ACK", () -> Messages.send(success.createAck()));
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        Messages.cancel(invite);
        SipContainer.letExpire(invite.getApplicationSession());
    }

    @Override
    public void reinvite(Body description) {
        conversation.reinvite(description);
    }

    @Override
    public void send(InDialogRequest request, Consumer<ServerReply> reply) {
        conversation.send(request, reply);
    }

    @Override
    public synchronized void bye() {
        conversation.bye();
        letForksExpire();
    }

    private synchronized void letForksExpire() {
        if (forked) {
            SipContainer.letExpire(invite.getApplicationSession());
        }
    }

    @Override
    public void response(SipServletResponse response) {
        int status = response.getStatus();
        heard.set(true);
        if (status < 200) {
            provisional(status);
        } else if (status < 300) {
            accepted(response);
        } else if (MadeUpResponse.isOne(response) && status == 503) {
            signals.accept(new SrsSignal.Unreachable("the connection to the recording server failed"));
        } else {
            signals.accept(SrsRefusals.read(response));
        }
    }

    @Override
    public void request(SipServletRequest request) {
        if (isOfAnotherFork(request)) {
            SipSrsReply.send(request, request.getMethod().equals("BYE") ? 200 : 481);
        } else {
            conversation.handle(request);
            if (request.getMethod().equals("BYE")) {
                letForksExpire();
            }
        }
    }

    private synchronized boolean isOfAnotherFork(SipServletRequest request) {
        Leg leg = conversation.leg();
        return leg != null && !leg.isSame(Leg.of(request.getSession()));
    }

    @Override
    public void unacknowledged(SipServletRequest request) {
        signals.accept(new SrsSignal.Lost("it did not acknowledge the answer to its " + request.getMethod()));
    }

    private synchronized void provisional(int status) {
        if (!answerable) {
            answerable = true;
            if (cancelled) {
                Messages.cancel(invite);
            }
        }
        if (status > 100) {
            signals.accept(new SrsSignal.Ringing(status));
        }
    }

    private synchronized void accepted(SipServletResponse response) {
        if (success == null) {
            success = response;
            conversation.establish(Leg.of(response.getSession()));
            noteWhoIsNoRecorder(response.getHeader("Contact"));
            signals.accept(new SrsSignal.Accepted(response.getStatus(), MessageBody.of(response)));
        } else if (!conversation.leg().isSame(Leg.of(response.getSession()))) {
            forked = true;
            conversation.attempt("ACK and BYE of another fork", () -> Leg.discard(response));
        }
    }

    /** Many recorders do not show themselves as such (RFC 7866 section 6.2), so that one is taken all the same. */
    private void noteWhoIsNoRecorder(String contact) {
        if (contact == null || !contact.toLowerCase(Locale.ROOT).contains("+sip.srs")) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Recording session " + callId() + ": who accepted it at " + invite.getRequestURI()
                            + " does not say by +sip.srs that it is a recorder; if it is none, correct the server's URI");
        }
    }
}
