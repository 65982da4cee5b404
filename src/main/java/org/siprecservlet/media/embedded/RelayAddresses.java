package org.siprecservlet.media.embedded;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;

/**
 * The addresses of this machine that a relay uses and writes into SDP: one for IPv4, one for IPv6, or both. The first
 * one serves where nothing tells which is wanted.
 */
public final class RelayAddresses {

    private final Map<AddressFamily, InetAddress> byFamily = new EnumMap<>(AddressFamily.class);
    private final AddressFamily preferred;

    /** @throws IllegalArgumentException with a sentence for the operator, if these can not be used together */
    public RelayAddresses(List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("A media relay needs at least one address.");
        }
        addresses.forEach(this::add);
        preferred = familyOf(addresses.get(0));
    }

    private void add(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new IllegalArgumentException("The media address " + address.getHostAddress()
                    + " is not the address of one interface; phones could not send to it.");
        }
        if (byFamily.put(familyOf(address), address) != null) {
            throw new IllegalArgumentException("A media relay takes one IPv4 and one IPv6 address, not two of a kind.");
        }
    }

    /** All addresses. */
    public List<InetAddress> all() {
        return List.copyOf(byFamily.values());
    }

    @Override
    public String toString() {
        return all().stream().map(NetUtil::toAddressString).collect(Collectors.joining(", "));
    }

    static AddressFamily familyOf(InetAddress address) {
        return address instanceof Inet4Address ? AddressFamily.IP4 : AddressFamily.IP6;
    }

    AddressFamily preferred() {
        return preferred;
    }

    Optional<InetAddress> of(AddressFamily family) {
        return Optional.ofNullable(byFamily.get(family));
    }

    /** The address of a family that is known to be there, as SDP has it. */
    Connection connection(AddressFamily family) {
        return new Connection(family, NetUtil.toAddressString(byFamily.get(family)));
    }
}
