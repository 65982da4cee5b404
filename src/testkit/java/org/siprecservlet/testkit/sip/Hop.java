package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;

/** Where a message is sent, and over what. */
public record Hop(Transport transport, InetSocketAddress address) {

    /** Writes an address as SIP does: {@code 127.0.0.1:5060} or {@code [::1]:5060}. */
    public static String text(InetSocketAddress address) {
        return hostText(address) + ":" + address.getPort();
    }

    static String hostText(InetSocketAddress address) {
        String host = address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host.replaceAll("%.*", "") + "]" : host;
    }

    @Override
    public String toString() {
        return text(address) + "/" + transport;
    }
}
