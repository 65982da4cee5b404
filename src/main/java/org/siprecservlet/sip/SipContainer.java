package org.siprecservlet.sip;

import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.servlet.ServletContext;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TimerService;
import javax.servlet.sip.URI;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import org.siprecservlet.recording.LocalSocket;

/** What the B2BUA needs of its container, asked in the way that all containers answer. */
final class SipContainer {

    private static final System.Logger LOG = System.getLogger(SipContainer.class.getName());

    private final ServletContext context;

    SipContainer(ServletContext context) {
        this.context = context;
    }

    /**
     * A request that opens a dialog. It continues the routing of the inbound INVITE: a request without that tie may be
     * routed back into this very application.
     */
    SipServletRequest invite(SipApplicationSession session, SipServletRequest inbound, Address from, Address to) {
        SipServletRequest request = factory().createRequest(session, "INVITE", from, to);
        request.setRoutingDirective(SipApplicationRoutingDirective.CONTINUE, inbound);
        return request;
    }

    /** Restcomm puts the user of From into Contact, where it belongs to the other leg. A user once there can only be renamed. */
    static void hideTheCallerInContact(SipServletRequest request) throws ServletParseException {
        if (request.getAddressHeader("Contact").getURI() instanceof SipURI own && own.getUser() != null) {
            own.setUser("siprec");
        }
    }

    /** A new session with no time limit: an expired one would silently take its live dialogs with it. */
    SipApplicationSession newSession() {
        return withoutExpiry(factory().createApplicationSession());
    }

    static SipApplicationSession withoutExpiry(SipApplicationSession session) {
        session.setExpires(0);
        return session;
    }

    /**
     * Gives a session up that may never end by itself: one with an INVITE that was cancelled, that several answered, or that
     * could not be sent. Each container keeps some of these for good. A minute is the shortest limit there is, and longer
     * than any transaction lasts.
     */
    static void letExpire(SipApplicationSession session) {
        if (session == null) {
            // Open Liberty gives none for a request whose session is over.
            return;
        }
        try {
            session.setExpires(1);
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "The session is over already", e);
        }
    }

    /** Whether a message or session is one of Restcomm's: asked where nothing else tells the containers apart. */
    static boolean isRestcomm(Object part) {
        return part.getClass().getName().startsWith("org.mobicents.");
    }

    URI uri(String text) throws ServletParseException {
        return factory().createURI(text);
    }

    /** A URI as it names somebody in From or To, where it says nothing of the way there (RFC 3261 section 19.1.1). */
    Address identity(String uri) throws ServletParseException {
        SipURI name = (SipURI) uri(uri);
        name.removeParameter("transport");
        return factory().createAddress(name);
    }

    Address address(String text) throws ServletParseException {
        return factory().createAddress(text);
    }

    /** Whether a URI names one of the sockets that this server listens on. */
    boolean isOwn(SipURI uri) {
        int port = port(uri);
        return listeningPoints().stream()
                .anyMatch(own -> own.getHost().equalsIgnoreCase(uri.getHost()) && port(own) == port);
    }

    /** The socket of this server that is meant for a request to this target; empty when it listens on no such socket. */
    Optional<SipURI> ownSocket(LocalSocket wanted, SipURI target) {
        String transport = wanted.transport() == null ? target.getTransportParam() : wanted.transport();
        List<SipURI> meant = listeningPoints().stream()
                .filter(own -> own.getHost().equalsIgnoreCase(wanted.host()) && port(own) == wanted.port())
                .filter(own ->
                        wanted.transport() == null || wanted.transport().equalsIgnoreCase(own.getTransportParam()))
                .toList();
        return meant.stream()
                .filter(own -> String.valueOf(transport).equalsIgnoreCase(own.getTransportParam()))
                .findFirst()
                .or(() -> meant.stream().findFirst());
    }

    /**
     * Has a session's requests sent from a socket of this server. Restcomm takes what is said in the standard way for UDP; its own
     * way takes the transport as well.
     */
    static void sendFrom(SipURI own, SipSession session) {
        try {
            Method ofRestcomm = session.getClass().getMethod("setOutboundInterface", SipURI.class);
            ofRestcomm.invoke(session, own);
        } catch (NoSuchMethodException standard) {
            session.setOutboundInterface(new InetSocketAddress(own.getHost(), port(own)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the socket " + own + " can not be chosen", e);
        }
    }

    /** The host that this server listens on: who we are when nothing else is said. */
    String ownHost() {
        return listeningPoints().get(0).getHost();
    }

    @SuppressWarnings("unchecked")
    private List<SipURI> listeningPoints() {
        return (List<SipURI>) context.getAttribute(SipServlet.OUTBOUND_INTERFACES);
    }

    TimerService timers() {
        return (TimerService) context.getAttribute(SipServlet.TIMER_SERVICE);
    }

    private SipFactory factory() {
        return (SipFactory) context.getAttribute(SipServlet.SIP_FACTORY);
    }

    private static int port(SipURI uri) {
        return uri.getPort() > 0 ? uri.getPort() : uri.isSecure() ? 5061 : 5060;
    }
}
