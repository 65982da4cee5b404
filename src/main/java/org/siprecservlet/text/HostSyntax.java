package org.siprecservlet.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names, address literals and ports as SIP writes them (RFC 3261 section 25.1, {@code hostport}). */
public final class HostSyntax {

    private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::([^:]*))?");
    private static final Pattern NAME = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.?");
    private static final int HIGHEST_PORT = 65_535;

    private HostSyntax() {}

    /** What is wrong with {@code host} or {@code host:port}; empty when nothing is. */
    public static Optional<String> wrongHostPort(String text) {
        Matcher parts = HOST_PORT.matcher(text);
        if (!parts.matches()) {
            return Optional.of("\"" + text + "\" is neither host nor host:port (an IPv6 address needs brackets)");
        }
        return wrongHost(parts.group(1))
                .or(() -> Optional.ofNullable(parts.group(2)).flatMap(HostSyntax::wrongPort));
    }

    /** What is wrong with {@code host:port}, where the port must be there. */
    public static Optional<String> wrongNode(String text) {
        Optional<String> wrong = wrongHostPort(text);
        boolean withPort = text.matches(".*[^:]:[0-9]+");
        return wrong.isPresent() || withPort ? wrong : Optional.of("\"" + text + "\" has no port");
    }

    private static Optional<String> wrongHost(String host) {
        if (host.isEmpty()) {
            return Optional.of("the host is missing");
        }
        boolean fine = host.startsWith("[")
                ? IpLiteral.isIpv6(host.substring(1, host.length() - 1))
                : NAME.matcher(host).matches() || IpLiteral.isIpv4(host);
        return fine ? Optional.empty() : Optional.of("\"" + host + "\" is neither a host name nor an address");
    }

    private static Optional<String> wrongPort(String port) {
        boolean fine = port.matches("[0-9]{1,5}") && inRange(Integer.parseInt(port));
        return fine ? Optional.empty() : Optional.of("\"" + port + "\" is not a port from 1 to " + HIGHEST_PORT);
    }

    private static boolean inRange(int port) {
        return port >= 1 && port <= HIGHEST_PORT;
    }
}
