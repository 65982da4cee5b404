package org.siprecservlet.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a call is named in the user part of a SIP URI: its id, in which what may not stand there is written as {@code %} and two
 * hexadecimal digits (RFC 3261 section 19.1.2).
 */
public final class CallAddress {

    private static final String PLAIN = "-_.!~*'()&=+$,;?/";

    private CallAddress() {}

    /** The user part that names a call. */
    public static String user(CallId call) {
        StringBuilder user = new StringBuilder();
        for (byte octet : call.value().getBytes(UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            user.append(
                    plain
                            ? String.valueOf(c)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(octet));
        }
        return user.toString();
    }

    /** The calls that a user part can name, the likeliest first: some SIP stacks undo the writing with {@code %}, some do not. */
    public static List<CallId> calls(String user) {
        return Stream.of(user, decoded(user))
                .filter(text -> !text.isBlank())
                .distinct()
                .map(CallId::new)
                .toList();
    }

    private static String decoded(String user) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] text = user.getBytes(UTF_8);
        for (int i = 0; i < text.length; i++) {
            boolean escaped = text[i] == '%'
                    && i + 2 < text.length
                    && HexFormat.isHexDigit(text[i + 1])
                    && HexFormat.isHexDigit(text[i + 2]);
            octets.write(escaped ? HexFormat.fromHexDigits(twoDigits(text, i + 1)) : text[i]);
            i += escaped ? 2 : 0;
        }
        return octets.toString(UTF_8);
    }

    private static String twoDigits(byte[] text, int from) {
        return new String(text, from, 2, UTF_8);
    }
}
