package org.siprecservlet.sip;

import javax.enterprise.inject.spi.CDI;
import javax.servlet.ServletException;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipErrorEvent;
import javax.servlet.sip.SipErrorListener;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.TimerListener;

/**
 * The door through which the container brings SIP messages: first INVITEs go to the calls, everything else to the dialog
 * or transaction it belongs to. No message is worked on here.
 */
public final class SiprecServlet extends SipServlet implements SipErrorListener, TimerListener {

    private static final long serialVersionUID = 1L;
    static final String METHODS = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK, REFER, NOTIFY, MESSAGE";

    private transient SipApplication application;

    @Override
    public void init() throws ServletException {
        super.init();
        // Injection into SIP servlets does not work on every container; asking CDI does.
        application = CDI.current().select(SipApplication.class).get();
        application.start(new SipContainer(getServletContext()));
    }

    @Override
    public void destroy() {
        application.stop();
        super.destroy();
    }

    @Override
    protected void doRequest(SipServletRequest request) {
        Turns.take(() -> handle(request));
    }

    private void handle(SipServletRequest request) {
        if (request.isInitial() && request.getMethod().equals("INVITE")) {
            application.invite(request);
        } else {
            DialogHandler.of(request)
                    .ifPresentOrElse(dialog -> dialog.request(request), () -> outsideOfDialogs(request));
        }
    }

    @Override
    protected void doResponse(SipServletResponse response) {
        Turns.take(() -> ResponseHandler.of(response).ifPresent(handler -> handler.response(response)));
    }

    @Override
    public void noAckReceived(SipErrorEvent event) {
        SipServletRequest request = event.getRequest();
        Turns.take(() -> DialogHandler.of(request).ifPresent(dialog -> dialog.unacknowledged(request)));
    }

    @Override
    public void noPrackReceived(SipErrorEvent event) {
        noAckReceived(event);
    }

    @Override
    public void timeout(ServletTimer timer) {
        Turns.take(timer);
    }

    private static void outsideOfDialogs(SipServletRequest request) {
        if (request.getMethod().equals("ACK") || request.getMethod().equals("CANCEL")) {
            return;
        }
        SipServletResponse answer = request.createResponse(request.getMethod().equals("OPTIONS") ? 200 : 405);
        answer.setHeader("Allow", METHODS);
        Messages.reply(answer);
    }
}
