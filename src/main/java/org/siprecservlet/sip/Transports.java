package org.siprecservlet.sip;

import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/**
 * What this server can send over. Open Liberty holds up for 25 seconds whoever makes a request for TLS on a server without
 * it, and its list of sockets does not tell whether there is one; so somebody else has to know.
 *
 * @param tls whether there is TLS
 */
record Transports(boolean tls) {

    /** Whether a request to this URI goes over TLS. */
    static boolean isOverTls(SipURI uri) {
        return uri.isSecure() || "tls".equalsIgnoreCase(uri.getTransportParam());
    }

    /** Whether a request can be made that goes there. */
    boolean reach(URI target) {
        return tls || !(target instanceof SipURI uri) || !isOverTls(uri);
    }
}
