package org.siprecservlet.recording;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.siprecservlet.metadata.MalformedMetadataException;
import org.siprecservlet.text.IpLiteral;
import org.siprecservlet.text.Printable;
import org.siprecservlet.text.SipUriSyntax;

/** The texts of a plan, read one after another. */
record PlanTexts(Map<PlanField, String> texts) {

    private static final int LONGEST_GROUP = 1024;

    /** Makes a value of a text; what it throws says in a sentence what is wrong with the text. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String text) throws MalformedMetadataException;
    }

    /** The value of a field; {@code none} when there is no text. */
    <T> T read(PlanField field, Reader<T> reader, T none) throws BadPlanException {
        String text = texts.get(field);
        try {
            return text == null || text.isBlank() ? none : reader.read(text);
        } catch (MalformedMetadataException | IllegalArgumentException e) {
            throw new BadPlanException(field.key(), e.getMessage());
        }
    }

    static String groupName(String text) {
        if (text.length() > LONGEST_GROUP) {
            throw new IllegalArgumentException("it is longer than " + LONGEST_GROUP + " characters");
        }
        return text.strip();
    }

    static InetAddress address(String text) {
        return IpLiteral.parse(text.strip())
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + Printable.of(text) + "\" is not an IPv4 or IPv6 address"));
    }

    static String sipUri(String text) {
        Optional<String> wrong = SipUriSyntax.wrong(text.strip());
        if (wrong.isPresent()) {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" is not a SIP URI: " + wrong.get());
        }
        return text.strip();
    }
}
