package org.siprecservlet.rest.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.siprecservlet.rest.Problem;

/**
 * Lets in everybody on this machine and nobody else. A proxy on this machine carries the requests of others, so a request
 * with a header that proxies add is refused. So is one that was sent to a name other than that of the loopback: a page in a
 * browser on this machine can have a name of its own point here.
 */
final class LocalGate implements Gate {

    private static final Set<String> OF_PROXIES = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip");
    private static final String ALSO_OF_PROXIES = "x-forwarded-";
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::[0-9]{0,5})?");
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]+(?:\\.[0-9]+){3}|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*\\]?");

    @Override
    public Caller admit(Visit visit) throws AccessRefused {
        Optional<String> reason = reasonAgainst(visit);
        if (reason.isPresent()) {
            throw new AccessRefused(Problem.onlyFromThisMachine(reason.get()));
        }
        return Caller.ON_THIS_MACHINE;
    }

    private static Optional<String> reasonAgainst(Visit visit) {
        if (!isLoopback(visit.remoteAddress())) {
            return Optional.of("this one comes from elsewhere");
        }
        if (visit.headers().keySet().stream().anyMatch(LocalGate::isOfAProxy)) {
            return Optional.of("this one came through a proxy");
        }
        return visit.header("host").filter(host -> !namesTheLoopback(host)).isPresent()
                ? Optional.of("this one was sent to a name that is not localhost")
                : Optional.empty();
    }

    private static boolean isOfAProxy(String header) {
        return OF_PROXIES.contains(header) || header.startsWith(ALSO_OF_PROXIES);
    }

    private static boolean namesTheLoopback(String hostAndPort) {
        Matcher host = HOST.matcher(hostAndPort);
        return host.matches() && (host.group(1).equalsIgnoreCase("localhost") || isLoopback(host.group(1)));
    }

    /** Nothing is looked up: what is not a literal is no loopback address. */
    private static boolean isLoopback(String address) {
        try {
            return LITERAL.matcher(address).matches()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
