package org.siprecservlet.testkit.demo;

import java.util.List;
import org.siprecservlet.testkit.sip.SipUri;

/**
 * One who takes part in the call.
 *
 * @param uri how the call knows this party
 * @param hz the tone this party is heard by
 */
record Party(String name, String uri, int hz) {

    /** Whether the stream was sent by this party and nobody else: same user, same host, whatever the port. */
    boolean isSoleOf(List<String> addresses) {
        return addresses.size() == 1 && address(addresses.get(0)).equals(address(uri));
    }

    private static String address(String uri) {
        if (!uri.startsWith("sip")) {
            return uri;
        }
        SipUri parsed = SipUri.parse(uri);
        return parsed.user() + "@" + parsed.host();
    }
}
