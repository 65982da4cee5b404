package org.siprecservlet.tomcat;

import java.io.Serializable;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.ar.SipApplicationRouterInfo;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;
import javax.servlet.sip.ar.SipTargetedRequestInfo;
import org.mobicents.servlet.sip.router.DefaultApplicationRouter;

/**
 * The container's default router, but for the application's sessions to recorders: they leave the server at once. What stands
 * around the application is there for calls.
 */
final class CallsRouter extends DefaultApplicationRouter {

    private static final String APPLICATION = "siprec";

    @Override
    public SipApplicationRouterInfo getNextApplication(
            SipServletRequest request,
            SipApplicationRoutingRegion region,
            SipApplicationRoutingDirective directive,
            SipTargetedRequestInfo target,
            Serializable state) {
        return isToARecorder(request)
                ? new SipApplicationRouterInfo(null, null, null, null, null, null)
                : super.getNextApplication(request, region, directive, target, state);
    }

    private static boolean isToARecorder(SipServletRequest request) {
        SipSession session = request.getSession(false);
        return session != null
                && APPLICATION.equals(session.getApplicationSession().getApplicationName())
                && "siprec".equals(request.getHeader("Require"));
    }
}
