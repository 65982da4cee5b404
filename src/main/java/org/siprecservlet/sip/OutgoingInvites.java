package org.siprecservlet.sip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/**
 * Decides where a call goes, and creates the INVITE that goes there.
 *
 * <p>Without a next hop that is the rest of the Route, if there is one, or the Request-URI. A next hop with a user part takes its place as it is; one without keeps
 * the dialled user; one with {@code ;lr} becomes a Route and leaves the Request-URI alone.
 */
final class OutgoingInvites {

    private final SipContainer container;
    private final Transports transports;
    private final FirstSending sending;
    private final String nextHop;

    /** With an empty next hop calls go to their Request-URI. */
    OutgoingInvites(SipContainer container, Transports transports, FirstSending sending, String nextHop) {
        this.container = container;
        this.transports = transports;
        this.sending = sending;
        this.nextHop = nextHop;
    }

    /** Says why an INVITE can not be routed. */
    void check(SipServletRequest in) throws CallRefused {
        if (in.getMaxForwards() == 0) {
            throw new CallRefused(483, "Max-Forwards is used up: the call runs in a loop");
        }
        if (!nextHop.isEmpty() || in.getHeader("Route") != null) {
            return;
        }
        if (!(in.getRequestURI() instanceof SipURI uri)) {
            throw new CallRefused(416, "Only sip and sips URIs can be called as long as siprec.next-hop is empty");
        }
        if (container.isOwn(uri)) {
            throw new CallRefused(404, "The Request-URI is this server itself and siprec.next-hop is empty");
        }
    }

    /**
     * The caller's INVITE made new for the other leg, still without headers and body.
     *
     * @throws CompletionException around a {@link CallRefused}, when it can not be made
     */
    SipServletRequest create(SipServletRequest in) {
        try {
            SipServletRequest out =
                    container.invite(in.getApplicationSession(), in, untagged(in.getFrom()), untagged(in.getTo()));
            copyParameters(in.getFrom(), out.getFrom());
            copyParameters(in.getTo(), out.getTo());
            route(in, out);
            if (!transports.reach(nextStop(out))) {
                throw new CompletionException(new CallRefused(503, "This server has no TLS to reach " + nextStop(out)));
            }
            out.setMaxForwards(in.getMaxForwards() < 0 ? 70 : in.getMaxForwards() - 1);
            SipContainer.hideTheCallerInContact(out);
            return out;
        } catch (ServletParseException e) {
            throw new CompletionException(new CallRefused(400, "An address can not be read: " + e.getMessage()));
        }
    }

    /** Sends an INVITE that was created here, and tells when it turns out that there is nobody to take it. */
    void send(SipServletRequest out, BooleanSupplier nothingHeard, Consumer<CallRefused> refusal) {
        sending.send(out, nextStop(out), nothingHeard, why -> refusal.accept(new CallRefused(503, why)));
    }

    private static URI nextStop(SipServletRequest out) {
        try {
            Address route = out.getAddressHeader("Route");
            return route == null ? out.getRequestURI() : route.getURI();
        } catch (ServletParseException e) {
            return out.getRequestURI();
        }
    }

    private void route(SipServletRequest in, SipServletRequest out) throws ServletParseException {
        if (nextHop.isEmpty()) {
            out.setRequestURI(in.getRequestURI());
            routes(in).forEach(out::pushRoute);
            return;
        }
        SipURI hop = (SipURI) container.uri(nextHop);
        if (hop.getLrParam()) {
            out.setRequestURI(in.getRequestURI());
            out.pushRoute(hop);
            return;
        }
        if (hop.getUser() == null) {
            dialledUser(in.getRequestURI()).ifPresent(hop::setUser);
        }
        out.setRequestURI(hop);
    }

    /** The Route that lies behind this server, the last stop first. The container has taken its own stop away. */
    private static Deque<Address> routes(SipServletRequest in) throws ServletParseException {
        Deque<Address> routes = new ArrayDeque<>();
        in.getAddressHeaders("Route").forEachRemaining(routes::push);
        return routes;
    }

    private static Optional<String> dialledUser(URI dialled) {
        return dialled instanceof SipURI sip
                ? Optional.ofNullable(sip.getUser())
                : Optional.of(dialled.toString().replaceFirst("^tel:([^;]*).*", "$1"));
    }

    /** Restcomm makes From and To of the address alone. */
    private static void copyParameters(Address from, Address to) {
        for (Iterator<String> names = from.getParameterNames(); names.hasNext(); ) {
            String name = names.next();
            if (!name.equalsIgnoreCase("tag") && to.getParameter(name) == null) {
                to.setParameter(name, from.getParameter(name));
            }
        }
    }

    private Address untagged(Address party) throws ServletParseException {
        Address copy = container.address(party.toString());
        copy.removeParameter("tag");
        return copy;
    }
}
