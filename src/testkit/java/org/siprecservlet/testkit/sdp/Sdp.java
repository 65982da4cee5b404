package org.siprecservlet.testkit.sdp;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session description that was read; and, by the static methods, one to send.
 *
 * @param session the lines before the first m= line
 */
public record Sdp(List<String> session, List<MediaLine> media) {

    public Sdp {
        session = List.copyOf(session);
        media = List.copyOf(media);
    }

    /** A description with version 1, ready to send; offer and answer look alike. */
    public static String offer(String host, MediaLine... lines) {
        return version(1, host, List.of(lines));
    }

    /** The same under the name that reads right. */
    public static String answer(String host, MediaLine... lines) {
        return version(1, host, List.of(lines));
    }

    /** A later description of the same session: each one needs a version higher by one. */
    public static String version(int version, String host, List<MediaLine> lines) {
        String family = family(host);
        Stream<String> session = Stream.of(
                "v=0", "o=testkit 4711 " + version + " IN " + family + " " + host, "s=-", connection(host), "t=0 0");
        return Stream.concat(session, lines.stream().flatMap(MediaLine::lines))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    static String connection(String host) {
        return "c=IN " + family(host) + " " + host;
    }

    private static String family(String host) {
        return host.contains(":") ? "IP6" : "IP4";
    }

    /** Reads any text; what is no SDP has no media. */
    public static Sdp parse(String text) {
        List<String> session = new ArrayList<>();
        List<MediaLine> media = new ArrayList<>();
        for (String line : text.strip().split("\r?\n")) {
            if (line.startsWith("m=")) {
                media.add(mediaLine(line));
            } else if (media.isEmpty()) {
                session.add(line);
            } else {
                media.add(extended(media.remove(media.size() - 1), line));
            }
        }
        return new Sdp(session, media);
    }

    private static MediaLine mediaLine(String line) {
        String[] words = line.substring(2).strip().split("\\s+");
        int port =
                words.length > 1 && words[1].matches("\\d{1,5}(/\\d+)?") ? Integer.parseInt(words[1].split("/")[0]) : 0;
        List<String> formats = Arrays.asList(words).subList(Math.min(3, words.length), words.length);
        return new MediaLine(words[0], port, words.length > 2 ? words[2] : "", formats, "", List.of());
    }

    private static MediaLine extended(MediaLine media, String line) {
        if (line.startsWith("a=")) {
            return media.with(line.substring(2).strip());
        }
        return line.startsWith("c=") ? media.at(lastWord(line)) : media;
    }

    /** The m= line of that number, the first being 1. */
    public MediaLine line(int number) {
        return media.get(number - 1);
    }

    /** The position of the line with that label, the first being 1; 0 if there is none. */
    public int numberOf(String label) {
        List<String> labels = media.stream().map(m -> m.label().orElse("")).toList();
        return labels.indexOf(label) + 1;
    }

    /** Where media for the line of that number goes. */
    public InetSocketAddress destination(int number) {
        MediaLine line = line(number);
        String host = line.address().isEmpty() ? address() : line.address();
        return new InetSocketAddress(host, line.port());
    }

    /** The direction of the line of that number: its own, or that of the session, or sendrecv. */
    public String direction(int number) {
        return line(number).ownDirection().or(this::sessionDirection).orElse("sendrecv");
    }

    private Optional<String> sessionDirection() {
        return session.stream()
                .filter(l -> l.matches("a=(sendrecv|sendonly|recvonly|inactive)"))
                .map(l -> l.substring(2))
                .findFirst();
    }

    /** The address of the session's c= line; empty text when it has none. */
    public String address() {
        return sessionLine("c=").map(Sdp::lastWord).orElse("");
    }

    /** The o= line without {@code o=}. */
    public String origin() {
        return sessionLine("o=").map(l -> l.substring(2)).orElse("");
    }

    /** The version in the o= line, -1 without one. */
    public long version() {
        String[] words = origin().split("\\s+");
        return words.length > 2 && words[2].matches("\\d{1,18}") ? Long.parseLong(words[2]) : -1;
    }

    private Optional<String> sessionLine(String start) {
        return session.stream().filter(l -> l.startsWith(start)).findFirst();
    }

    private static String lastWord(String line) {
        return line.substring(line.strip().lastIndexOf(' ') + 1).strip();
    }
}
