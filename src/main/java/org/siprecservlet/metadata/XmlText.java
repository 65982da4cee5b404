package org.siprecservlet.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/**
 * Any text as one line of characters that XML 1.0 allows. Recorders that take a document apart line by line break on an
 * empty line, so none may come from a display name.
 */
final class XmlText extends StdScalarSerializer<String> {

    XmlText() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(oneLegalLine(text));
    }

    static String oneLegalLine(String text) {
        if (isWord(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(character, line));
        return line.toString().strip();
    }

    /** What most values are: nothing has to be left out. */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static void append(int character, StringBuilder line) {
        if (isBreakOrBlank(character)) {
            if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        } else if (isLegal(character)) {
            line.appendCodePoint(character);
        }
    }

    private static boolean isBreakOrBlank(int character) {
        return Character.isWhitespace(character) || character == 0x85;
    }

    private static boolean isLegal(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !Character.isISOControl(character) && !surrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
