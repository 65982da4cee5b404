package org.siprecservlet.sip;

import java.time.Duration;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.recording.OfferReply;

/**
 * The answer to a request that a recording server sent within the dialog.
 *
 * @param refused is told when the answer was a refusal, with which the request is over
 */
record SipSrsReply(SipServletRequest request, Runnable refused) implements OfferReply {

    private static final System.Logger LOG = System.getLogger(SipSrsReply.class.getName());

    @Override
    public void accept(Body description) {
        send(request, 200, answer -> MessageBody.put(description, answer));
    }

    @Override
    public void refuse(int status) {
        send(request, status);
        refused.run();
    }

    @Override
    public void refuseBehindAnother(Duration retryAfter) {
        send(request, 500, answer -> answer.setHeader("Retry-After", Long.toString(retryAfter.toSeconds())));
        refused.run();
    }

    static void send(SipServletRequest request, int status) {
        send(request, status, answer -> {});
    }

    /** Answers with what every answer to a recording server has, and more; whatever goes wrong is logged. */
    static void send(SipServletRequest request, int status, Consumer<SipServletResponse> more) {
        try {
            SipServletResponse answer = request.createResponse(status);
            answer.setHeader("Allow", SipSrsDialogs.METHODS);
            if (establishesTarget(answer)) {
                SipSrsDialog.showAsRecordingClient(answer);
            }
            more.accept(answer);
            Messages.send(answer);
        } catch (RuntimeException e) {
            String what = "Recording session " + request.getCallId() + ": " + request.getMethod();
            LOG.log(System.Logger.Level.WARNING, what + " was not answered " + status, e);
        }
    }

    private static boolean establishesTarget(SipServletResponse answer) {
        boolean refreshes =
                answer.getMethod().equals("INVITE") || answer.getMethod().equals("UPDATE");
        return refreshes && answer.getStatus() < 300;
    }
}
