package org.siprecservlet.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as text. No name is ever looked up. */
public final class IpLiteral {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpLiteral() {}

    public static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    /** Whether it is an IPv6 address without brackets and scope, and not an IPv4 address in disguise. */
    public static boolean isIpv6(String text) {
        return IPV6_CHARACTERS.matcher(text).matches()
                && resolved("[" + text + "]")
                        .filter(Inet6Address.class::isInstance)
                        .isPresent();
    }

    /** The address, if the text is one. */
    public static Optional<InetAddress> parse(String text) {
        return isIpv4(text) || isIpv6(text) ? resolved(text) : Optional.empty();
    }

    private static Optional<InetAddress> resolved(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
