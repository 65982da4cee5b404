package org.siprecservlet.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;

/**
 * A fact of a call that a template can name.
 *
 * @param sample what it could be, for a check without a call
 * @param value what it is; empty when the call does not have it. Text of a stranger, cut to a sane length
 */
record Variable(String name, String sample, Function<IncomingCall, String> value) {

    /** How many characters of a fact are used. */
    private static final int LONGEST = 256;

    private static final String HEADER = "header.";
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+");
    private static final Map<String, Variable> KNOWN = new TreeMap<>();

    static {
        know("call-id", "a84b4c76e66710", call -> call.id().value());
        know("caller.address", "192.0.2.1", IncomingCall::remoteAddress);
        knowUri("request-uri", IncomingCall::requestUri);
        knowIdentity("from", IncomingCall::caller);
        knowIdentity("to", IncomingCall::callee);
    }

    private static void know(String name, String sample, Function<IncomingCall, String> value) {
        KNOWN.put(name, new Variable(name, sample, value));
    }

    private static void knowUri(String name, Function<IncomingCall, String> uri) {
        know(name, "sip:1000@host.example", uri);
        know(name + ".user", "1000", uri.andThen(text -> UriParts.of(text).user()));
        know(name + ".host", "host.example", uri.andThen(text -> UriParts.of(text)
                .host()));
    }

    private static void knowIdentity(String name, Function<IncomingCall, Identity> identity) {
        knowUri(name, identity.andThen(Identity::uri));
        know(name + ".uri", "sip:1000@host.example", identity.andThen(Identity::uri));
        know(name + ".name", "Name", identity.andThen(Identity::displayName));
    }

    /** The variable of this name; empty when there is none. */
    static Optional<Variable> named(String name) {
        if (!name.startsWith(HEADER)) {
            return Optional.ofNullable(KNOWN.get(name));
        }
        String header = name.substring(HEADER.length());
        return HEADER_NAME.matcher(header).matches()
                ? Optional.of(new Variable(
                        name, "x", call -> call.headers().first(header).orElse("")))
                : Optional.empty();
    }

    /** All names there are, but for those of headers, which are as many as there are headers. */
    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    String of(IncomingCall call) {
        String text = value.apply(call);
        int characters = Math.min(LONGEST, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
