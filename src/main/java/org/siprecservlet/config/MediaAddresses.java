package org.siprecservlet.config;

import java.net.InetAddress;
import java.util.List;
import org.siprecservlet.text.IpLiteral;

/** The relay's own addresses: at most one of each IP version, and such as can stand in SDP. */
final class MediaAddresses implements Syntax<List<InetAddress>> {

    private static final String EXAMPLE = "write for example 192.0.2.10 or 192.0.2.10,2001:db8::10";
    private static final CommaList<InetAddress> LIST = new CommaList<>(MediaAddresses::address);

    @Override
    public List<InetAddress> parse(String text) throws BadValue {
        List<InetAddress> addresses = LIST.parse(text);
        long versions = addresses.stream().map(InetAddress::getClass).distinct().count();
        if (versions != addresses.size()) {
            throw new BadValue("there is more than one address of the same IP version", EXAMPLE);
        }
        return addresses;
    }

    private static InetAddress address(String text) throws BadValue {
        InetAddress address = IpLiteral.parse(text)
                .orElseThrow(() -> new BadValue("\"" + text + "\" is not an IPv4 or IPv6 address", EXAMPLE));
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new BadValue("\"" + text + "\" is no address that media can be sent to", EXAMPLE);
        }
        return address;
    }
}
