package org.siprecservlet.sip;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
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
    private final InviteTurn turn = new InviteTurn();
    private final SrsRequests requests;
    private final AtomicBoolean heard = new AtomicBoolean();
    private SipServletResponse success;
    private Leg leg;
    private boolean answerable;
    private boolean cancelled;
    private boolean forked;

    SipSrsDialog(SipServletRequest invite, Consumer<SrsSignal> signals) {
        this.invite = invite;
        this.signals = signals;
        this.requests = new SrsRequests(signals, turn);
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
        attempt("ACK", () -> Messages.send(success.createAck()));
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        Messages.cancel(invite);
        SipContainer.letExpire(invite.getApplicationSession());
    }

    @Override
    public void reinvite(Body description) {
        turn.ours(() -> SrsReinvite.send(session(), description, signals));
    }

    @Override
    public void send(InDialogRequest request, Consumer<ServerReply> reply) {
        SrsMessage.send(session(), request, reply);
    }

    @Override
    public synchronized void bye() {
        turn.close();
        if (leg.hasEnded() || !attempt("BYE", this::sendBye)) {
            signals.accept(new SrsSignal.ByeDone());
        }
        letForksExpire();
    }

    private synchronized void letForksExpire() {
        if (forked) {
            SipContainer.letExpire(invite.getApplicationSession());
        }
    }

    private void sendBye() {
        SipServletRequest bye = leg.createRequest("BYE");
        ResponseHandler done = response -> signals.accept(new SrsSignal.ByeDone());
        done.handleResponsesTo(bye);
        Messages.send(bye);
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
            requests.handle(request);
            if (request.getMethod().equals("BYE")) {
                letForksExpire();
            }
        }
    }

    private synchronized boolean isOfAnotherFork(SipServletRequest request) {
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
            leg = Leg.of(response.getSession());
            noteWhoIsNoRecorder(response.getHeader("Contact"));
            signals.accept(new SrsSignal.Accepted(response.getStatus(), MessageBody.of(response)));
        } else if (!leg.isSame(Leg.of(response.getSession()))) {
            forked = true;
            attempt("ACK and BYE of another fork", () -> Leg.discard(response));
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

    private synchronized SipSession session() {
        return leg.session();
    }

    /** Returns whether it was sent, as far as the container knows. */
    private boolean attempt(String what, Runnable sending) {
        try {
            sending.run();
            return true;
        } catch (UncheckedIOException e) {
            // Restcomm says this too of what the recorder has got, when it closes the connection in that moment.
            LOG.log(System.Logger.Level.WARNING, "Recording session " + callId() + ": " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Recording session " + callId() + ": " + what + " was not sent", e);
            return false;
        }
    }
}
