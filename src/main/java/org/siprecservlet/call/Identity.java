package org.siprecservlet.call;

import java.util.Objects;

/**
 * Who a side of a call says it is.
 *
 * @param uri the address of record as a bare URI: no angle brackets, no header parameters such as {@code tag}
 * @param displayName the display name without quotes; empty when none was given. Text of a stranger: may hold anything
 */
public record Identity(String uri, String displayName) {

    public Identity {
        Objects.requireNonNull(uri, "an identity needs a URI");
        Objects.requireNonNull(displayName, "an identity without display name has an empty one");
    }
}
