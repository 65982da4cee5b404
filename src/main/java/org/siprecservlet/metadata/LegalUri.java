package org.siprecservlet.metadata;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes any address a legal URI (xs:anyURI by way of RFC 2396 and 2732) by percent-encoding what is not allowed where it
 * stands. A legal {@code sip:}, {@code sips:} or {@code tel:} URI stays as it is.
 */
final class LegalUri extends StdConverter<String, String> {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)(?=.)", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private static final String ALWAYS = UNRESERVED + ";?@&=+$,";

    @Override
    public String convert(String address) {
        Matcher scheme = SCHEME.matcher(address);
        return scheme.lookingAt()
                ? scheme.group() + encode(address.substring(scheme.end()), ALWAYS + ":[]")
                : encode(address, ALWAYS);
    }

    /** A slash in front would begin an authority or a path, where less is allowed. */
    private static String encode(String text, String allowed) {
        StringBuilder uri = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            boolean kept = allowed.indexOf(character) >= 0
                    || (character == '/' && at > 0)
                    || ESCAPED.matcher(text).region(at, text.length()).lookingAt();
            uri.append(kept ? Character.toString(character) : encoded(character));
        }
        return uri.toString();
    }

    private static String encoded(int character) {
        StringBuilder octets = new StringBuilder();
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            octets.append(String.format("%%%02X", octet));
        }
        return octets.toString();
    }
}
