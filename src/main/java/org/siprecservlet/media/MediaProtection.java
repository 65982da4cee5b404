package org.siprecservlet.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether the copy of a call is encrypted (RFC 7866 section 12.2). */
public enum MediaProtection {
    /** Never: encrypted calls are copied in the clear. */
    RTP,
    /** Always. */
    SRTP,
    /** The copy of a call that has any encrypted line is; that of any other is not. */
    AS_CALL;

    /** The one of that name; empty when there is none. */
    public static Optional<MediaProtection> named(String name) {
        return Arrays.stream(values()).filter(each -> each.text().equals(name)).findFirst();
    }

    /** Its name as operators write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
