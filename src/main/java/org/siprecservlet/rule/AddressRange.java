package org.siprecservlet.rule;

import java.net.InetAddress;
import java.util.Optional;
import org.siprecservlet.text.IpLiteral;

/** A range of IP addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address. */
public final class AddressRange {

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** Reads a range; empty when the text is none. Bits of the address behind the prefix do not count. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", 2);
        return IpLiteral.parse(parts[0])
                .map(InetAddress::getAddress)
                .flatMap(network -> prefix(parts, network.length * 8).map(prefix -> new AddressRange(network, prefix)));
    }

    private static Optional<Integer> prefix(String[] parts, int bits) {
        if (parts.length == 1) {
            return Optional.of(bits);
        }
        boolean number = parts[1].matches("[0-9]{1,3}");
        return number && Integer.parseInt(parts[1]) <= bits
                ? Optional.of(Integer.parseInt(parts[1]))
                : Optional.empty();
    }

    /** Whether an address is in it; a text that is no address is in none. */
    boolean contains(String address) {
        return IpLiteral.parse(address)
                .map(InetAddress::getAddress)
                .filter(octets -> octets.length == network.length && begins(octets))
                .isPresent();
    }

    private boolean begins(byte[] octets) {
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((octets[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
