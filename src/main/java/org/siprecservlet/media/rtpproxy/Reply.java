package org.siprecservlet.media.rtpproxy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What RTPProxy says to a command, without the cookie and the end of the line. */
record Reply(String text) {

    /** A session, or a copy, is not there. */
    static final int UNKNOWN = 50;

    private static final Pattern ERROR = Pattern.compile("E(\\d{1,4})");
    private static final Pattern PORT = Pattern.compile("(\\d{1,5})(?: ([0-9A-Za-z.:-]+))?(?: 6)?");
    /** Seconds to live, packets in from each side, relayed, dropped. */
    private static final Pattern COUNTS = Pattern.compile("-?\\d+ (\\d{1,18}) (\\d{1,18}) \\d+ \\d+");

    private static final int HIGHEST_PORT = 65_535;

    /**
     * A port that RTPProxy has opened.
     *
     * @param number 0 when there is no such session
     * @param address empty when RTPProxy is bound to no address in particular
     */
    record Port(int number, String address) {}

    /** The number of the error, if it is one. */
    Optional<Integer> error() {
        Matcher matcher = ERROR.matcher(text);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Whether the command was carried out and has no result. */
    boolean isDone() {
        return text.equals("0");
    }

    /** Whether the reply is yes, to a question for a feature. */
    boolean isYes() {
        return text.equals("1");
    }

    /** What came in from the opener of a session and from the other side; empty when that is not what it says. */
    Optional<Received> received() {
        Matcher matcher = COUNTS.matcher(text);
        return matcher.matches()
                ? Optional.of(new Received(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** The ports of a command and its sub-commands; empty when any part is something else. */
    List<Port> ports() {
        List<Optional<Port>> parts =
                Stream.of(text.split(" && ", -1)).map(Reply::port).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Optional<Port> port(String part) {
        Matcher matcher = PORT.matcher(part);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > HIGHEST_PORT) {
            return Optional.empty();
        }
        String address = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new Port(Integer.parseInt(matcher.group(1)), address));
    }
}
