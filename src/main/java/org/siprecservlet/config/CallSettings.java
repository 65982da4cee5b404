package org.siprecservlet.config;

/**
 * How calls are passed on.
 *
 * @param nextHop the SIP URI that calls are sent to; empty: to where the Request-URI says
 */
public record CallSettings(String nextHop) {

    static CallSettings read(Values values) {
        return new CallSettings(values.read(Key.NEXT_HOP, new SipUri().orWhenEmpty("")));
    }
}
