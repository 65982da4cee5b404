package org.siprecservlet.config;

import java.net.InetAddress;
import java.util.List;

/**
 * What carries and copies the media.
 *
 * @param addresses of the embedded relay: one IPv4 address, one IPv6 address, or one of each, in the order they were
 *     written
 * @param portFrom the first port of the embedded relay's range
 * @param portTo the last port of the embedded relay's range
 * @param rtpEngines control sockets, {@code [udp:]host:port[=weight]}
 * @param rtpProxies control sockets, {@code udp:host:port} or {@code unix:path}
 * @param whenUnusable what becomes of a new call that none of them can take
 */
public record MediaSettings(
        MediaEngine engine,
        List<InetAddress> addresses,
        int portFrom,
        int portTo,
        List<String> rtpEngines,
        List<String> rtpProxies,
        WhenUnusable whenUnusable) {

    public MediaSettings {
        addresses = List.copyOf(addresses);
        rtpEngines = List.copyOf(rtpEngines);
        rtpProxies = List.copyOf(rtpProxies);
    }

    static MediaSettings read(Values values) {
        MediaEngine engine = values.read(Key.MEDIA_ENGINE, MediaEngine::parse);
        PortRange ports = values.read(Key.MEDIA_PORTS, PortRange::parse);
        return new MediaSettings(
                engine,
                values.read(Key.MEDIA_ADDRESS, new MediaAddresses()),
                ports.from(),
                ports.to(),
                values.read(Key.RTPENGINE_NODES, RelayNodes.OF_RTPENGINE),
                values.read(Key.RTPPROXY_NODES, RelayNodes.OF_RTPPROXY),
                values.read(Key.WHEN_UNUSABLE, WhenUnusable::parse));
    }
}
