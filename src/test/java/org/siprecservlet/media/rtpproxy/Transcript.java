package org.siprecservlet.media.rtpproxy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was said to a real RTPProxy and what it answered, byte for byte: a file beside the tests. */
record Transcript(List<Exchange> exchanges) {

    /** All files there are. */
    static final List<String> NAMES = List.of("01-session-copy", "02-play-timeout-early-subcommands", "03-more-cases");

    private static final String SENT = ">>> ";
    private static final String RECEIVED = "<<< ";

    /**
     * A datagram and the one that answered it.
     *
     * @param reply null when none came
     */
    record Exchange(String datagram, String reply) {

        String cookie() {
            return datagram.substring(0, datagram.indexOf(' '));
        }

        String command() {
            return datagram.substring(datagram.indexOf(' ') + 1);
        }

        /** Without cookie and the end of the line. */
        String result() {
            return reply.substring(reply.indexOf(' ') + 1, reply.length() - 1);
        }
    }

    static Transcript named(String name) {
        List<String> lines = lines(name);
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(SENT)) {
                String reply = lines.get(i + 1).substring(RECEIVED.length());
                exchanges.add(new Exchange(
                        lines.get(i).substring(SENT.length()),
                        reply.equals("(no reply)") ? null : reply.replace("\\n", "\n")));
            }
        }
        return new Transcript(exchanges);
    }

    private static List<String> lines(String name) {
        try (InputStream file = Transcript.class.getResourceAsStream("/rtpproxy/" + name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of all files. */
    static Stream<Exchange> all() {
        return NAMES.stream().map(Transcript::named).map(Transcript::exchanges).flatMap(List::stream);
    }

    /** Those from one cookie to another, both included. */
    List<Exchange> between(String first, String last) {
        List<String> cookies = exchanges.stream().map(Exchange::cookie).toList();
        return exchanges.subList(cookies.indexOf(first), cookies.indexOf(last) + 1);
    }
}
