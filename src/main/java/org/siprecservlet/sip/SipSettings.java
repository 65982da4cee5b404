package org.siprecservlet.sip;

import java.time.Duration;
import java.util.Objects;

/**
 * What the SIP side is configured with.
 *
 * @param nextHop where calls are sent; empty: to their Request-URI
 * @param ringTimeout how long an INVITE may go without a final answer
 * @param srcUri who the recording client says it is; empty: named after its own address
 * @param tls whether the container has TLS
 */
public record SipSettings(String nextHop, Duration ringTimeout, String srcUri, boolean tls) {

    public SipSettings {
        Objects.requireNonNull(nextHop);
        Objects.requireNonNull(ringTimeout);
        Objects.requireNonNull(srcUri);
    }
}
