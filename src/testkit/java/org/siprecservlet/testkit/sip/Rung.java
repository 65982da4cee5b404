package org.siprecservlet.testkit.sip;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One arrow of a ladder.
 *
 * @param number of a message; empty text for what is none
 * @param carrier what stands beside the time: {@code udp}, {@code tcp} or {@code rtp}
 * @param shaft what the arrow is drawn with
 */
record Rung(String number, Instant at, String carrier, String from, String to, String label, char shaft) {

    private static final int HEAD_TAIL_AND_SPACES = 7;

    static Rung of(int number, Trace.Entry entry, Trace trace) {
        String carrier = entry.transport().name().toLowerCase(Locale.ROOT);
        String label = entry.message().map(Rung::label).orElseGet(() -> "(" + entry.raw().length + " odd octets)");
        return new Rung(
                Integer.toString(number),
                entry.at(),
                carrier,
                trace.nameOf(entry.from()),
                trace.nameOf(entry.to()),
                entry.again() ? label + " (again)" : label,
                '-');
    }

    /** How long the arrow must be for its label. */
    int room() {
        return label.length() + HEAD_TAIL_AND_SPACES;
    }

    String arrow(int length, boolean right) {
        String tail = Character.toString(shaft).repeat(2);
        String rest = Character.toString(shaft).repeat(Math.max(0, length - label.length() - 5));
        return right ? tail + " " + label + " " + rest + ">" : "<" + tail + " " + label + " " + rest;
    }

    private static String label(SipMessage message) {
        String what = message.isRequest()
                ? message.method()
                : message.status() + " " + message.reason() + " (" + message.cseqMethod() + ")";
        String parts = message.parts().stream()
                .map(p -> p.mediaType().replaceFirst("^application/", "").replaceFirst("\\+xml$", ""))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? what : what + " [" + parts + "]";
    }
}
