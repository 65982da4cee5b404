package org.siprecservlet.sip;

import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.recording.EndReason;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.RecordingView;
import org.siprecservlet.recording.ServerReply;
import org.siprecservlet.recording.SessionDetails;
import org.siprecservlet.recording.SrsDialog;
import org.siprecservlet.recording.SrsDialogs;
import org.siprecservlet.recording.SrsSignal;
import org.siprecservlet.recording.SrsUri;

/**
 * A recording session that a recording server has begun: its INVITE waits until there is an offer to answer it with, and the
 * ACK brings the server's answer (RFC 7866 section 7.2, RFC 3261 section 13.2.1). Safe for all threads.
 */
final class SrsArrival implements SrsDialogs, SrsDialog, DialogHandler {

    private static final System.Logger LOG = System.getLogger(SrsArrival.class.getName());

    /** How far it has come. */
    private enum Stage {
        WAITING,
        ANSWERED,
        ESTABLISHED,
        GONE
    }

    private final SipServletRequest invite;
    private final Runnable withdrawn;
    private Stage stage = Stage.WAITING;
    private Consumer<SrsSignal> signals;
    private SrsConversation conversation;

    /** @param withdrawn is told when the server no longer wants what it has not got yet */
    SrsArrival(SipServletRequest invite, Runnable withdrawn) {
        this.invite = invite;
        this.withdrawn = withdrawn;
    }

    /** The one time that a dialog is wanted: it is the one that the server wants. */
    @Override
    public synchronized SrsDialog invite(
            CallId call, SrsUri target, SessionDetails details, Body body, Consumer<SrsSignal> told) {
        signals = told;
        conversation = new SrsConversation(invite.getCallId(), told);
        if (stage == Stage.WAITING) {
            stage = Stage.ANSWERED;
            SipSrsReply.send(invite, 200, answer -> {
                answer.setHeader("Accept", SipSrsDialogs.ACCEPT);
                MessageBody.put(body, answer);
            });
        } else {
            tellGone();
        }
        return this;
    }

    /** The recording is over; a server that still waits is told why. */
    synchronized void over(RecordingView recording) {
        if (stage == Stage.WAITING) {
            stage = Stage.GONE;
            String why = recording.detail().orElse("The recording could not begin");
            EndReason reason = recording.reason().orElse(EndReason.INTERNAL_ERROR);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Recording session " + callId() + " begun by a recorder: refused with " + status(reason) + ": "
                            + why);
            Messages.refuse(invite, new CallRefused(status(reason), why));
        }
    }

    private static int status(EndReason reason) {
        return switch (reason) {
            case NOTHING_TO_RECORD, CALL_NOT_ANSWERED, CALL_ENDED, STOP_REQUESTED -> 480;
            case SHUTDOWN, RELAY_FAILED -> 503;
            default -> 500;
        };
    }

    @Override
    public boolean isBegunByServer() {
        return true;
    }

    @Override
    public String callId() {
        return invite.getCallId();
    }

    @Override
    public void ack() {
        // It is the server that acknowledges.
    }

    @Override
    public void cancel() {
        // There is no BYE before the ACK (RFC 3261 section 15), and that is told when it comes.
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
    public void bye() {
        conversation.bye();
    }

    @Override
    public void request(SipServletRequest request) {
        if (isEstablishedBy(request)) {
            conversation.handle(request);
        } else if (request.getMethod().equals("CANCEL")) {
            cancelled();
        } else if (request.getMethod().equals("BYE")) {
            SipSrsReply.send(request, 200);
            withdraw();
        } else if (!request.getMethod().equals("ACK")) {
            SipSrsReply.send(request, 491);
        }
    }

    /** Whether there is a dialog in which this request can be handled; the first ACK makes it. */
    private synchronized boolean isEstablishedBy(SipServletRequest request) {
        if (stage == Stage.ANSWERED && request.getMethod().equals("ACK")) {
            stage = Stage.ESTABLISHED;
            conversation.establish(Leg.of(request.getSession()));
            signals.accept(new SrsSignal.Accepted(200, MessageBody.of(request)));
        }
        return stage == Stage.ESTABLISHED;
    }

    /** The container has answered it. One that comes after the answer changes nothing (RFC 3261 section 9.2). */
    private void cancelled() {
        if (isWaiting()) {
            withdraw();
        }
    }

    private synchronized boolean isWaiting() {
        return stage == Stage.WAITING;
    }

    private void withdraw() {
        boolean waited;
        synchronized (this) {
            waited = stage == Stage.WAITING;
            stage = Stage.GONE;
            if (signals != null) {
                tellGone();
            }
        }
        if (waited) {
            withdrawn.run();
        }
    }

    private void tellGone() {
        signals.accept(new SrsSignal.Refused(487, "it has taken its INVITE back"));
    }

    /** A dialog whose answer is never acknowledged is ended all the same (RFC 3261 section 13.3.1.4). */
    @Override
    public void unacknowledged(SipServletRequest request) {
        if (isEstablishedBy(request)) {
            signals.accept(new SrsSignal.Lost("it did not acknowledge the answer to its " + request.getMethod()));
        } else {
            neverAcknowledged();
        }
    }

    private synchronized void neverAcknowledged() {
        if (stage == Stage.ANSWERED) {
            stage = Stage.GONE;
            signals.accept(new SrsSignal.Refused(408, "it did not acknowledge the answer to its INVITE"));
            Leg.of(invite.getSession()).bye();
        }
    }
}
