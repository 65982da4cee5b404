package org.siprecservlet.config;

import java.net.InetAddress;
import java.util.List;

/**
 * Where the embedded relay takes media.
 *
 * @param addresses one IPv4 address, one IPv6 address, or one of each, in the order they were written
 * @param portFrom the first port of the range
 * @param portTo the last port of the range
 */
public record MediaSettings(List<InetAddress> addresses, int portFrom, int portTo) {

    public MediaSettings {
        addresses = List.copyOf(addresses);
    }

    static MediaSettings read(Values values) {
        MediaEngine.check(values);
        PortRange ports = values.read(Key.MEDIA_PORTS, PortRange::parse);
        return new MediaSettings(values.read(Key.MEDIA_ADDRESS, new MediaAddresses()), ports.from(), ports.to());
    }
}
