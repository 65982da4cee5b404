package org.siprecservlet.container;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;

/** An application beside the product's: a proxy that leaves its name on each call, and stays on its path. */
public final class PassingServlet extends SipServlet {

    static final String MARK = "X-Passed";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doInvite(SipServletRequest invite) throws ServletException {
        if (invite.isInitial()) {
            invite.addHeader(MARK, getServletName());
            Proxy proxy = invite.getProxy();
            proxy.setRecordRoute(true);
            proxy.proxyTo(invite.getRequestURI());
        }
    }

    @Override
    protected void doMessage(SipServletRequest message) throws IOException {
        message.createResponse(200).send();
    }

    @Override
    protected void doRegister(SipServletRequest register) throws IOException {
        register.createResponse(200).send();
    }
}
