package org.siprecservlet.rule;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;

/** Calls for tests. */
final class Calls {

    private Calls() {}

    static IncomingCall call(String... headersAndValues) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < headersAndValues.length; i += 2) {
            headers.put(headersAndValues[i], List.of(headersAndValues[i + 1]));
        }
        return call("sip:alice@example.com:5070;user=phone", "Alice & <Co>", headers);
    }

    static IncomingCall call(String callerUri, String callerName, Map<String, List<String>> headers) {
        return new IncomingCall(
                new CallId("call-1"),
                new Identity(callerUri, callerName),
                new Identity("tel:+15550100;phone-context=x", ""),
                "sip:+15550100@pbx.example.com",
                Headers.of(headers),
                "192.0.2.7",
                Instant.EPOCH);
    }
}
