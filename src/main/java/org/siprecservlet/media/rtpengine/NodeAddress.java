package org.siprecservlet.media.rtpengine;

/**
 * Where an RTPengine takes commands, and how many calls it gets.
 *
 * @param host {@code host:port}
 * @param weight how many new calls it gets for each one that an RTPengine of the weight 1 gets
 */
record NodeAddress(String host, int weight) {

    private static final String UDP = "udp:";

    /** Reads {@code host:port}, {@code udp:host:port}, and either with {@code =weight} behind, which has been checked. */
    static NodeAddress parse(String text) {
        String place = text.startsWith(UDP) ? text.substring(UDP.length()) : text;
        int weight = place.indexOf('=');
        return weight < 0
                ? new NodeAddress(place, 1)
                : new NodeAddress(place.substring(0, weight), Integer.parseInt(place.substring(weight + 1)));
    }
}
