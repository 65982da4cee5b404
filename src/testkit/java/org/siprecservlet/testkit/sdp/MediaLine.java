package org.siprecservlet.testkit.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An m= line and what belongs to it.
 *
 * @param formats the payload types, as text
 * @param address the address of its own c= line; empty text when it has none
 * @param attributes the a= lines without {@code a=}, in order
 */
public record MediaLine(
        String kind, int port, String profile, List<String> formats, String address, List<String> attributes) {

    private static final Set<String> DIRECTIONS = Set.of("sendrecv", "sendonly", "recvonly", "inactive");

    public MediaLine {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    /** An audio line; 0, 3, 8, 9, 18, 101 (telephone-event) and 111 (Opus) get their rtpmap. */
    public static MediaLine audio(int port, int... payloadTypes) {
        List<String> formats =
                IntStream.of(payloadTypes).mapToObj(Integer::toString).toList();
        List<String> maps =
                IntStream.of(payloadTypes).boxed().flatMap(MediaLine::known).toList();
        return new MediaLine("audio", port, "RTP/AVP", formats, "", maps);
    }

    private static Stream<String> known(int payloadType) {
        return switch (payloadType) {
            case 0 -> Stream.of("rtpmap:0 PCMU/8000");
            case 3 -> Stream.of("rtpmap:3 GSM/8000");
            case 8 -> Stream.of("rtpmap:8 PCMA/8000");
            case 9 -> Stream.of("rtpmap:9 G722/8000");
            case 18 -> Stream.of("rtpmap:18 G729/8000");
            case 101 -> Stream.of("rtpmap:101 telephone-event/8000", "fmtp:101 0-15");
            case 111 -> Stream.of("rtpmap:111 opus/48000/2");
            default -> Stream.of();
        };
    }

    /** The same with one more a= line. */
    public MediaLine with(String attribute) {
        List<String> more = new ArrayList<>(attributes);
        more.add(attribute);
        return withAttributes(more);
    }

    public MediaLine withAttributes(List<String> others) {
        return new MediaLine(kind, port, profile, formats, address, others);
    }

    public MediaLine at(String ownAddress) {
        return new MediaLine(kind, port, profile, formats, ownAddress, attributes);
    }

    public MediaLine withPort(int other) {
        return new MediaLine(kind, other, profile, formats, address, attributes);
    }

    /** The same with only these formats and their rtpmap and fmtp. */
    public MediaLine withFormats(List<String> kept) {
        List<String> maps = attributes.stream()
                .filter(a -> !a.matches("(rtpmap|fmtp):.*") || kept.contains(a.split("[: ]")[1]))
                .toList();
        return new MediaLine(kind, port, profile, kept, address, maps);
    }

    public MediaLine labelled(String label) {
        return with("label:" + label);
    }

    public MediaLine sendonly() {
        return direction("sendonly");
    }

    public MediaLine recvonly() {
        return direction("recvonly");
    }

    public MediaLine inactive() {
        return direction("inactive");
    }

    public MediaLine direction(String direction) {
        List<String> others =
                attributes.stream().filter(a -> !DIRECTIONS.contains(a)).collect(Collectors.toList());
        others.add(direction);
        return withAttributes(others);
    }

    /** The direction that the line itself has, if any. */
    public Optional<String> ownDirection() {
        return attributes.stream().filter(DIRECTIONS::contains).findFirst();
    }

    public Optional<String> label() {
        return attribute("label");
    }

    /** The value of the first {@code a=name:value}; empty text for a bare {@code a=name}. */
    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(a -> a.equals(name) || a.startsWith(name + ":"))
                .map(a -> a.substring(Math.min(a.length(), name.length() + 1)))
                .findFirst();
    }

    Stream<String> lines() {
        Stream<String> head = Stream.of("m=" + kind + " " + port + " " + profile + " " + String.join(" ", formats));
        Stream<String> connection = address.isEmpty() ? Stream.of() : Stream.of(Sdp.connection(address));
        return Stream.concat(head, Stream.concat(connection, attributes.stream().map(a -> "a=" + a)));
    }
}
