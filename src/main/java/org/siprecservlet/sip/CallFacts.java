package org.siprecservlet.sip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletRequest;
import org.siprecservlet.call.AnsweredCall;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.media.RelayCall;
import org.siprecservlet.metadata.SipSessionId;

/** Reads from a call's messages what is told to others about the call. */
final class CallFacts {

    private CallFacts() {}

    static IncomingCall incoming(SipServletRequest invite, Instant now) {
        return new IncomingCall(
                new CallId(invite.getCallId()),
                identity(invite.getFrom()),
                identity(invite.getTo()),
                invite.getRequestURI().toString(),
                headers(invite),
                remoteAddress(invite),
                now);
    }

    /** @param calleesSessionId the Session-ID of the callee's answer; null when it had none */
    static AnsweredCall answered(
            IncomingCall call, RelayCall atRelay, String calleeCallId, String calleesSessionId, Instant now) {
        String callersSessionId = call.headers().first("Session-ID").orElse(null);
        return new AnsweredCall(
                call, atRelay.value(), calleeCallId, sessionIds(callersSessionId, calleesSessionId), now);
    }

    private static Identity identity(Address address) {
        return new Identity(address.getURI().toString(), displayName(address));
    }

    /** Restcomm gives the name as it is written between quotes, and does not resolve quoted pairs (RFC 3261 section 25.1). */
    private static String displayName(Address address) {
        String name = address.getDisplayName();
        if (name == null) {
            return "";
        }
        boolean asWritten = address.toString().startsWith('"' + name + '"');
        return asWritten ? name.replaceAll("\\\\(.)", "$1") : name;
    }

    private static Headers headers(SipServletRequest invite) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Iterator<String> names = invite.getHeaderNames(); names.hasNext(); ) {
            String name = names.next();
            List<String> values = new ArrayList<>();
            invite.getHeaders(name).forEachRemaining(values::add);
            headers.put(name, values);
        }
        return Headers.of(headers);
    }

    /** Where the request came into this server, also when it has passed other applications on its way here. */
    private static String remoteAddress(SipServletRequest invite) {
        return Optional.ofNullable(invite.getInitialRemoteAddr())
                .or(() -> Optional.ofNullable(invite.getRemoteAddr()))
                .orElse("");
    }

    /** The one Session-ID of a call that passes through: what each side calls its end (RFC 7989 section 5). */
    private static List<String> sessionIds(String callers, String callees) {
        Optional<SipSessionId> caller = Optional.ofNullable(callers).flatMap(SipSessionId::parse);
        Optional<SipSessionId> callee = Optional.ofNullable(callees).flatMap(SipSessionId::parse);
        return caller.flatMap(one -> callee.map(other -> new SipSessionId(one.local(), other.local())))
                .or(() -> caller)
                .or(() -> callee)
                .map(id -> List.of(id.toString()))
                .orElse(List.of());
    }
}
