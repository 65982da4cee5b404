package org.siprecservlet.config;

import java.time.Duration;

/**
 * How calls are passed on.
 *
 * @param nextHop the SIP URI that calls are sent to; empty: to where the Request-URI says
 * @param ringTimeout how long an INVITE may go without a final answer
 * @param tls whether the server has TLS: unless {@code deploy/liberty/server.xml} says that it has not
 */
public record CallSettings(String nextHop, Duration ringTimeout, boolean tls) {

    /** A variable of the server, not a key of ours. */
    private static final String TLS_PORT = "sip.tls.port";

    private static final String NO_PORT = "-1";
    private static final Syntax<Duration> RING_TIMEOUT = new DurationSyntax(Duration.ofSeconds(1), Duration.ofHours(1));

    static CallSettings read(Values values) {
        return new CallSettings(
                values.read(Key.NEXT_HOP, new SipUri().orWhenEmpty("")),
                values.read(Key.RING_TIMEOUT, RING_TIMEOUT),
                !values.isSet(TLS_PORT, NO_PORT));
    }
}
