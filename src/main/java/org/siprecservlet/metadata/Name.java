package org.siprecservlet.metadata;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlText;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The display name or the dialled number of a participant (RFC 7865, 6.5).
 *
 * @param text any text; written without what XML does not allow, and never longer than {@value #LONGEST} characters
 * @param language an RFC 5646 tag such as {@code en}; null when not known
 */
@JsonDeserialize(using = NameDeserializer.class)
public record Name(
        @JacksonXmlText @JsonSerialize(converter = NameLimit.class) String text,
        @JacksonXmlProperty(isAttribute = true, localName = "lang", namespace = "http://www.w3.org/XML/1998/namespace")
                String language) {

    /** How many characters of a name are written at most. */
    public static final int LONGEST = 256;

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    public Name {
        Objects.requireNonNull(text, "a name needs a text");
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("not a language tag: " + language);
        }
    }
}
