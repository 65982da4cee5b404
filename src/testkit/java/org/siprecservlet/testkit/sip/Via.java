package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;

/** A Via header field value: who sent the request (RFC 3261 section 20.42). */
record Via(String sentBy, String parameters) {

    static Via parse(String value) {
        int semicolon = value.indexOf(';');
        String head = semicolon < 0 ? value : value.substring(0, semicolon);
        String[] words = head.strip().split("\\s+");
        return new Via(words[words.length - 1], semicolon < 0 ? "" : value.substring(semicolon));
    }

    String branch() {
        return Tokens.parameter(parameters, "branch").orElse("");
    }

    int port() {
        int port = SipUri.parse(sentBy).port();
        return port < 0 ? 5060 : port;
    }

    /** The sent-by address, unresolved, since a host name there is only a name. */
    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(SipUri.parse(sentBy).host(), port());
    }

    /** Fills in where the request came from (RFC 3581), for the copy that the response carries. */
    static String stamped(String value, InetSocketAddress source) {
        String stamped = value.replaceFirst("(?i);rport(?=\\s*(;|$))", ";rport=" + source.getPort());
        return stamped.equals(value)
                ? value
                : stamped + ";received=" + Hop.hostText(source).replaceAll("[\\[\\]]", "");
    }
}
