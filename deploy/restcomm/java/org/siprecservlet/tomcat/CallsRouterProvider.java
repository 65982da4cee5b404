package org.siprecservlet.tomcat;

import javax.servlet.sip.ar.SipApplicationRouter;
import javax.servlet.sip.ar.spi.SipApplicationRouterProvider;

/** Where the container gets its application router from: see {@code jvm.options}. */
public final class CallsRouterProvider extends SipApplicationRouterProvider {

    private final CallsRouter router = new CallsRouter();

    @Override
    public SipApplicationRouter getSipApplicationRouter() {
        return router;
    }
}
