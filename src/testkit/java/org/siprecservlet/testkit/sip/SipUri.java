package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SIP URI, as far as sending needs it.
 *
 * @param host without the brackets of an IPv6 address
 * @param port -1 when the URI names none
 */
public record SipUri(String user, String host, int port, String parameters) {

    private static final Pattern FORM =
            Pattern.compile("(?i)sips?:(?:([^@;?]*)@)?(\\[[^]]*]|[^:;?>]*)(?::(\\d+))?(;[^?]*)?(\\?.*)?");

    /** Reads a {@code sip:} or {@code sips:} URI; also a bare {@code host:port}. */
    public static SipUri parse(String text) {
        String full = text.toLowerCase(Locale.ROOT).startsWith("sip") && text.contains(":") ? text : "sip:" + text;
        Matcher m = FORM.matcher(full.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("not a SIP URI: " + text);
        }
        String host = m.group(2).replaceAll("[\\[\\]]", "");
        int port = m.group(3) == null ? -1 : Integer.parseInt(m.group(3));
        return new SipUri(m.group(1) == null ? "" : m.group(1), host, port, m.group(4) == null ? "" : m.group(4));
    }

    public Optional<String> parameter(String name) {
        return Tokens.parameter(parameters, name);
    }

    /** Where a request for this URI goes: its transport parameter or the given one, its port or 5060. */
    public Hop hop(Transport otherwise) {
        Transport transport = parameter("transport")
                .map(t -> t.equalsIgnoreCase("tcp") ? Transport.TCP : Transport.UDP)
                .orElse(otherwise);
        return new Hop(transport, new InetSocketAddress(host, port < 0 ? 5060 : port));
    }
}
