package org.siprecservlet.selection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.siprecservlet.recording.SrsUri;

/** The transport rule for large requests (RFC 3261 section 18.1.1), applied to the URI of a recording server. */
final class SrsTransport {

    /** Above this a request may not go over UDP, unless nothing else is there. */
    static final int MAX_BYTES_OVER_UDP = 1300;

    private SrsTransport() {}

    /**
     * The URIs by which a server is tried, in order. A large body goes over TCP, and as configured only if the server can
     * not be reached so; a URI that says its transport, and a secure one, is used as it is.
     */
    static List<SrsUri> attempts(SrsUri server, int bodyBytes) {
        boolean asConfigured = bodyBytes <= MAX_BYTES_OVER_UDP || isSecure(server) || namesTransport(server);
        return asConfigured ? List.of(server) : List.of(overTcp(server), server);
    }

    private static boolean isSecure(SrsUri server) {
        return !server.value().regionMatches(true, 0, "sip:", 0, "sip:".length());
    }

    private static boolean namesTransport(SrsUri server) {
        String uri = server.value();
        String hostAndParameters = uri.substring(uri.lastIndexOf('@') + 1, headers(uri));
        return Stream.of(hostAndParameters.split(";"))
                .skip(1)
                .anyMatch(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("transport="));
    }

    private static SrsUri overTcp(SrsUri server) {
        String uri = server.value();
        int end = headers(uri);
        return new SrsUri(uri.substring(0, end) + ";transport=tcp" + uri.substring(end));
    }

    /** Where the headers of a URI begin; its end when it has none. The user part may hold question marks. */
    private static int headers(String uri) {
        int start = uri.indexOf('?', uri.lastIndexOf('@') + 1);
        return start < 0 ? uri.length() : start;
    }
}
