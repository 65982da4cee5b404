package org.siprecservlet.metadata;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.Objects;

/** One Contact parameter of a participant, in the form of RFC 4235, 4.1.6.2: {@code isfocus}, {@code true}. */
public record Param(
        @JacksonXmlProperty(isAttribute = true, localName = "pname") String name,
        @JacksonXmlProperty(isAttribute = true, localName = "pval") String value) {

    public Param {
        Objects.requireNonNull(name, "param needs a pname");
        Objects.requireNonNull(value, "param needs a pval");
    }
}
