package org.siprecservlet.config;

import java.time.Duration;

/**
 * How calls are passed on.
 *
 * @param nextHop the SIP URI that calls are sent to; empty: to where the Request-URI says
 * @param ringTimeout how long an INVITE may go without a final answer
 */
public record CallSettings(String nextHop, Duration ringTimeout) {

    private static final Syntax<Duration> RING_TIMEOUT = new DurationSyntax(Duration.ofSeconds(1), Duration.ofHours(1));

    static CallSettings read(Values values) {
        return new CallSettings(
                values.read(Key.NEXT_HOP, new SipUri().orWhenEmpty("")), values.read(Key.RING_TIMEOUT, RING_TIMEOUT));
    }
}
