package org.siprecservlet.media.rtpengine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The other form of dictionaries in the ng protocol, for commands with octets that JSON has no form for; each character stands for one
 * octet. RTPengine replies in the form that it is asked in.
 */
final class Bencode {

    private final String text;
    private int at;

    private Bencode(String text) {
        this.text = text;
    }

    /** @param fields texts and octets */
    static String write(Map<String, Object> fields) {
        StringBuilder dictionary = new StringBuilder("d");
        fields.forEach((key, value) -> {
            append(dictionary, key);
            append(
                    dictionary,
                    value instanceof byte[] octets
                            ? new String(octets, StandardCharsets.ISO_8859_1)
                            : value.toString());
        });
        return dictionary.append('e').toString();
    }

    private static void append(StringBuilder dictionary, String text) {
        dictionary.append(text.length()).append(':').append(text);
    }

    /**
     * Reads a dictionary of texts and numbers, such as commands with octets are replied to with.
     *
     * @throws IllegalArgumentException when it is of another form
     */
    static ObjectNode read(String text) {
        try {
            return new Bencode(text).dictionary();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }

    private ObjectNode dictionary() {
        if (text.charAt(0) != 'd') {
            throw new IllegalArgumentException("no dictionary");
        }
        ObjectNode dictionary = JsonNodeFactory.instance.objectNode();
        at = 1;
        while (text.charAt(at) != 'e') {
            String key = word();
            dictionary.put(key, text.charAt(at) == 'i' ? number() : word());
        }
        return dictionary;
    }

    private String number() {
        int end = text.indexOf('e', at);
        String digits = text.substring(at + 1, end);
        at = end + 1;
        return digits;
    }

    private String word() {
        int colon = text.indexOf(':', at);
        int length = Integer.parseInt(text, at, colon, 10);
        at = colon + 1 + length;
        return text.substring(colon + 1, at);
    }
}
