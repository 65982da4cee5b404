package org.siprecservlet.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.siprecservlet.text.HostSyntax;

/**
 * A local SIP endpoint to send from.
 *
 * @param transport {@code udp}, {@code tcp} or {@code tls}; null: any
 * @param host a name or an address, an IPv6 address without brackets
 */
public record LocalSocket(String transport, String host, int port) {

    private static final Pattern SOCKET = Pattern.compile("(?:(udp|tcp|tls):)?(.+):([0-9]+)");

    /**
     * Reads {@code udp:host:port} or {@code host:port}.
     *
     * @throws IllegalArgumentException when it is something else; the message is the end of a sentence about the text
     */
    public static LocalSocket parse(String text) {
        Matcher socket = SOCKET.matcher(text);
        if (!socket.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is neither udp:host:port nor host:port");
        }
        Optional<String> wrong = HostSyntax.wrongNode(socket.group(2) + ":" + socket.group(3));
        if (wrong.isPresent()) {
            throw new IllegalArgumentException(wrong.get());
        }
        String host = socket.group(2).replaceAll("[\\[\\]]", "");
        return new LocalSocket(socket.group(1), host, Integer.parseInt(socket.group(3)));
    }

    @Override
    public String toString() {
        String address = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return (transport == null ? "" : transport + ":") + address + ":" + port;
    }
}
