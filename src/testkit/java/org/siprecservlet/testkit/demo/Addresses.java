package org.siprecservlet.testkit.demo;

import java.net.InetSocketAddress;
import java.util.Map;
import org.siprecservlet.testkit.FreePorts;
import org.siprecservlet.testkit.sip.Hop;

/**
 * Where the server is reached; phones and recorder are at the same host.
 *
 * @param host one address of this machine
 */
record Addresses(String host, int sipPort, int httpPort) {

    /** As the environment says ({@code SIP_HOST}, {@code SIP_PORT}, {@code HTTP_PORT}), else loopback and free ports. */
    static Addresses of(Map<String, String> environment) {
        String host = environment.getOrDefault("SIP_HOST", "127.0.0.1");
        InetSocketAddress any = new InetSocketAddress(host, 0);
        if (any.isUnresolved() || any.getAddress().isAnyLocalAddress()) {
            throw new DemoFailed("SIP_HOST=" + host + " is no address that phones can call; give one of this machine");
        }
        int free = FreePorts.block(host, 2);
        return new Addresses(host, port(environment, "SIP_PORT", free), port(environment, "HTTP_PORT", free + 1));
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new DemoFailed(name + "=" + text + " is no port");
        }
        return Integer.parseInt(text);
    }

    InetSocketAddress sip() {
        return new InetSocketAddress(host, sipPort);
    }

    String sipText() {
        return Hop.text(sip());
    }

    /** The environment of the server for these addresses. */
    Map<String, String> environment() {
        return Map.of(
                "SIP_HOST",
                host,
                "SIP_PORT",
                Integer.toString(sipPort),
                "HTTP_PORT",
                Integer.toString(httpPort),
                "SIPREC_MEDIA_ADDRESS",
                host);
    }
}
