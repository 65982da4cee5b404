package org.siprecservlet.metadata;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlText;
import java.util.Objects;

/**
 * Why a call ended, from its SIP Reason header (RFC 7865, 6.3; RFC 3326).
 *
 * @param cause a code of the protocol, such as 486 for SIP or 16 for Q.850
 * @param protocol {@code SIP} or {@code Q.850}
 * @param text for people; empty when there is none
 */
@JsonDeserialize(using = ReasonDeserializer.class)
public record Reason(
        @JacksonXmlProperty(isAttribute = true) short cause,
        @JacksonXmlProperty(isAttribute = true) String protocol,
        @JacksonXmlText String text) {

    public Reason {
        Objects.requireNonNull(protocol, "reason needs a protocol");
        Objects.requireNonNull(text, "a reason without text has an empty one");
    }
}
