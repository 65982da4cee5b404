package org.siprecservlet.sip;

import java.util.Objects;

/**
 * What the SIP side is configured with.
 *
 * @param nextHop where calls are sent; empty: to their Request-URI
 * @param srcUri who the recording client says it is; empty: named after its own address
 */
public record SipSettings(String nextHop, String srcUri) {

    public SipSettings {
        Objects.requireNonNull(nextHop);
        Objects.requireNonNull(srcUri);
    }
}
