package org.siprecservlet.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SIP and SIPS URIs that can be configured (RFC 3261 section 19.1): {@code scheme:[user@]host[:port][;parameters]}.
 * A password, and headers after {@code ?}, are refused: neither has a place in a Request-URI or in From. An IPv6 address
 * is written in brackets. Nothing is looked up. Safe for all threads.
 */
public final class SipUriSyntax {

    private static final Pattern SCHEME = Pattern.compile("(?i)sips?:");
    private static final Pattern USER = Pattern.compile("(?:[A-Za-z0-9_.!~*'()&=+$,;?/-]|%[0-9A-Fa-f]{2})+");
    private static final String PARAMETER_CHARACTERS = "(?:[A-Za-z0-9_.!~*'()\\[\\]/:&+$-]|%[0-9A-Fa-f]{2})+";
    private static final Pattern PARAMETER =
            Pattern.compile("(" + PARAMETER_CHARACTERS + ")(?:=(" + PARAMETER_CHARACTERS + "))?");
    private static final Set<String> TRANSPORTS = Set.of("udp", "tcp", "tls", "sctp", "ws", "wss");
    private static final int LONGEST = 1000;
    private static final String NEVER_IN_A_URI = "<>\"\\^`{|}";

    private SipUriSyntax() {}

    /** What is wrong with the text as a SIP URI, as the end of a sentence; empty when nothing is. */
    public static Optional<String> wrong(String uri) {
        Optional<String> text = wrongText(uri);
        Matcher scheme = SCHEME.matcher(uri);
        if (text.isPresent() || !scheme.lookingAt()) {
            return text.or(() -> Optional.of("it does not begin with sip: or sips:"));
        }
        String rest = uri.substring(scheme.end());
        int at = rest.indexOf('@');
        Optional<String> user = at < 0 ? Optional.empty() : wrongUser(rest.substring(0, at));
        return user.or(() -> wrongAfterUser(rest.substring(at + 1), scheme.group()));
    }

    private static Optional<String> wrongText(String uri) {
        return uri.length() > LONGEST
                ? Optional.of("it is longer than " + LONGEST + " characters")
                : wrongCharacter(uri);
    }

    private static Optional<String> wrongCharacter(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7F || NEVER_IN_A_URI.indexOf(c) >= 0) {
                return Optional.of(
                        "it has " + Printable.name(c) + " at position " + (i + 1) + ", which no URI can have");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrongUser(String user) {
        if (user.indexOf(':') >= 0) {
            return Optional.of("it has a password");
        }
        return USER.matcher(user).matches()
                ? Optional.empty()
                : Optional.of("its user part \"" + user + "\" is empty or has a character that must be escaped");
    }

    private static Optional<String> wrongAfterUser(String text, String scheme) {
        if (text.indexOf('?') >= 0) {
            return Optional.of("it has headers, which begin at '?'");
        }
        String[] parts = text.split(";", -1);
        return HostSyntax.wrongHostPort(parts[0]).or(() -> wrongParameters(parts, scheme));
    }

    private static Optional<String> wrongParameters(String[] parts, String scheme) {
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < parts.length; i++) {
            Matcher parameter = PARAMETER.matcher(parts[i]);
            if (!parameter.matches()) {
                return Optional.of("\"" + parts[i] + "\" is not a URI parameter");
            }
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            if (!seen.add(name)) {
                return Optional.of("it has the parameter " + name + " twice");
            }
            if (name.equals("transport") && !fits(parameter.group(2), scheme)) {
                return Optional.of("\"" + parts[i] + "\" is not a transport for " + scheme);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String transport, String scheme) {
        String name = transport == null ? "" : transport.toLowerCase(Locale.ROOT);
        boolean secure = scheme.toLowerCase(Locale.ROOT).equals("sips:");
        return TRANSPORTS.contains(name) && !(secure && name.equals("udp"));
    }
}
