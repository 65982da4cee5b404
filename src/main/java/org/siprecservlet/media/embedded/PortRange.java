package org.siprecservlet.media.embedded;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The UDP ports a relay may use, given out in pairs: an even one for RTP and the next one for RTCP (RFC 3550 section 11).
 * Any two numbers make a value; whether it can be worked with is what {@link #verifyUsable} says.
 *
 * @param first the lowest port of the range
 * @param last the highest port of the range
 */
public record PortRange(int first, int last) {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,9})\\s*-\\s*(\\d{1,9})\\s*");
    private static final int MAX_PORT = 65535;

    /** Reads {@code first-last}; empty when the text is of another form. */
    public static Optional<PortRange> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** How many pairs lie within the range. */
    public int pairs() {
        return Math.max(0, (last + 1 - firstEven()) / 2);
    }

    int firstEven() {
        return first + first % 2;
    }

    /**
     * Says what keeps a relay from using the range on an address of this machine; empty when at least one pair is free
     * right now. Opens sockets for a moment: to be asked at deployment, never on a thread that carries calls.
     *
     * @return one sentence for the operator
     */
    public Optional<String> verifyUsable(InetAddress address) {
        if (first < 1 || last > MAX_PORT || first > last) {
            return Optional.of("The port range " + this + " is not of the form first-last within 1-65535.");
        }
        if (pairs() == 0) {
            return Optional.of("The port range " + this + " holds no pair of an even port and the next one.");
        }
        return findFreePair(address);
    }

    private Optional<String> findFreePair(InetAddress address) {
        String fault = "";
        for (int port = firstEven(); port < last; port += 2) {
            try {
                bindPair(address, port);
                return Optional.empty();
            } catch (IOException e) {
                fault = e.getMessage();
            }
        }
        return Optional.of(
                "No port pair of " + this + " can be opened on " + address.getHostAddress() + ": " + fault + ".");
    }

    private static void bindPair(InetAddress address, int port) throws IOException {
        new DatagramSocket(new InetSocketAddress(address, port)).close();
        new DatagramSocket(new InetSocketAddress(address, port + 1)).close();
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return first + "-" + last;
    }
}
