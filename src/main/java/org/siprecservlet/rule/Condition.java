package org.siprecservlet.rule;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import org.siprecservlet.call.IncomingCall;

/**
 * What has to be true of a call for a rule to hold: all of it. The regular expressions are searched for anywhere in a text,
 * and take a time that is linear in its length, whatever a stranger writes into it.
 *
 * @param caller searched for in the caller's URI; null: any
 * @param callee searched for in the callee's URI; null: any
 * @param requestUri searched for in the Request-URI; null: any
 * @param headers searched for in the values of a header, one of which has to match; by its name
 * @param sources one of which the INVITE has to come from; empty: from anywhere
 */
public record Condition(
        Pattern caller, Pattern callee, Pattern requestUri, Map<String, Pattern> headers, List<AddressRange> sources) {

    /** True of every call. */
    public static final Condition ALWAYS = new Condition(null, null, null, Map.of(), List.of());

    public Condition {
        headers = Map.copyOf(headers);
        sources = List.copyOf(sources);
    }

    boolean holdsFor(IncomingCall call) {
        return isIn(call.caller().uri(), caller)
                && isIn(call.callee().uri(), callee)
                && isIn(call.requestUri(), requestUri)
                && headers.entrySet().stream().allMatch(header -> isInAny(call, header.getKey(), header.getValue()))
                && (sources.isEmpty() || sources.stream().anyMatch(range -> range.contains(call.remoteAddress())));
    }

    private static boolean isInAny(IncomingCall call, String header, Pattern pattern) {
        return call.headers().all(header).stream().anyMatch(value -> isIn(value, pattern));
    }

    private static boolean isIn(String text, Pattern pattern) {
        return pattern == null || pattern.matcher(text).find();
    }
}
