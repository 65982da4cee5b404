package org.siprecservlet.metadata;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.Objects;

/**
 * One identity of a participant (RFC 7865, 6.5).
 *
 * @param aor the address of record as a bare URI; written percent-encoded where XML Schema wants that
 * @param name null when no name is known
 */
public record NameId(
        @JacksonXmlProperty(isAttribute = true) @JsonSerialize(converter = LegalUri.class) String aor, Name name) {

    public NameId {
        Objects.requireNonNull(aor, "nameID needs an aor");
    }

    /** An identity with its display name, which may be empty. */
    public static NameId of(String aor, String displayName) {
        return new NameId(aor, displayName.isBlank() ? null : new Name(displayName, null));
    }
}
