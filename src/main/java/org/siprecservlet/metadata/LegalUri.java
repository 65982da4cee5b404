package org.siprecservlet.metadata;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes any address a legal URI (xs:anyURI by way of RFC 2396 and 2732) by percent-encoding what is not allowed where
 * it stands. A legal {@code sip:}, {@code sips:} or {@code tel:} URI stays as it is. No address at all becomes the
 * anonymous one of RFC 3323.
 */
final class LegalUri extends StdConverter<String, String> {

    /** What nearly all addresses are: nothing in them has to be looked at twice. */
    private static final Pattern PLAIN = Pattern.compile("(?:sips?|tel):[A-Za-z0-9_.!~*'();?@&=+$,:-]+");

    private static final String ANONYMOUS = "sip:anonymous@anonymous.invalid";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?=.)", Pattern.DOTALL);

    /** Not the slash in front: it would begin an authority or a path, where less is allowed. */
    private static final String PIECE = "[A-Za-z0-9_.!~*'();?@&=+$,-]|%[0-9A-Fa-f]{2}|(?<=.)/";

    private static final Pattern WITHOUT_SCHEME = Pattern.compile(PIECE);
    private static final Pattern AFTER_SCHEME = Pattern.compile(PIECE + "|:|(?<![^@])\\[[0-9A-Fa-f:.]+]");

    @Override
    public String convert(String address) {
        if (address.isBlank()) {
            return ANONYMOUS;
        }
        if (PLAIN.matcher(address).matches()) {
            return address;
        }
        Matcher scheme = SCHEME.matcher(address);
        return scheme.lookingAt()
                ? scheme.group() + encode(address.substring(scheme.end()), AFTER_SCHEME)
                : encode(address, WITHOUT_SCHEME);
    }

    private static String encode(String text, Pattern legal) {
        StringBuilder uri = new StringBuilder(text.length());
        Matcher matcher = legal.matcher(text).useTransparentBounds(true);
        for (int at = 0; at < text.length(); ) {
            boolean kept = matcher.region(at, text.length()).lookingAt();
            int end = kept ? matcher.end() : text.offsetByCodePoints(at, 1);
            String piece = text.substring(at, end);
            uri.append(kept ? piece : percentEncoded(piece));
            at = end;
        }
        return uri.toString();
    }

    private static String percentEncoded(String character) {
        StringBuilder octets = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            octets.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
        return octets.toString();
    }
}
