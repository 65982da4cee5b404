package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a trace as a ladder diagram in plain text: a column for each party, an arrow for each message. */
public final class Ladder {

    private static final int MARGIN = 12;

    private final Trace trace;
    private final List<Trace.Entry> entries;
    private final List<String> columns;
    private final boolean bodies;

    private Ladder(Trace trace, List<Trace.Entry> entries, List<String> columns, boolean bodies) {
        this.trace = trace;
        this.entries = entries;
        this.columns = columns;
        this.bodies = bodies;
    }

    /** All of the trace, columns in the order in which the parties first speak. */
    public static Ladder of(Trace trace) {
        return new Ladder(trace, trace.entries(), List.of(), false);
    }

    /** The same with these columns first, by name. */
    public Ladder columns(String... names) {
        return new Ladder(trace, entries, List.of(names), bodies);
    }

    /** The same with the message bodies below the arrows. */
    public Ladder withBodies() {
        return new Ladder(trace, entries, columns, true);
    }

    /** Only the newest messages. */
    public Ladder last(int count) {
        return new Ladder(trace, entries.subList(Math.max(0, entries.size() - count), entries.size()), columns, bodies);
    }

    @Override
    public String toString() {
        if (entries.isEmpty()) {
            return "(no messages)\n";
        }
        List<String> names = names();
        int width = width(names);
        StringBuilder text = new StringBuilder(" ".repeat(MARGIN));
        names.forEach(n -> text.append(centred(n, width)));
        text.append('\n').append(lifelines(names.size(), width, '|')).append('\n');
        Instant start = trace.entries().get(0).at();
        for (Trace.Entry entry : entries) {
            text.append(line(entry, names, width, start)).append('\n');
            if (bodies) {
                text.append(body(entry));
            }
        }
        return text.toString().replaceAll(" +\n", "\n");
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>(columns);
        entries.forEach(e -> {
            names.add(name(e.from()));
            names.add(name(e.to()));
        });
        return new ArrayList<>(names);
    }

    private String name(InetSocketAddress address) {
        return trace.nameOf(address);
    }

    private int width(List<String> names) {
        int labels = entries.stream().mapToInt(e -> label(e).length() + 9).max().orElse(0);
        int heads = names.stream().mapToInt(n -> n.length() + 2).max().orElse(0);
        return Math.max(20, Math.max(labels, heads));
    }

    private static String centred(String name, int width) {
        int left = (width - name.length()) / 2;
        return " ".repeat(left) + name + " ".repeat(width - name.length() - left);
    }

    private static String lifelines(int count, int width, char line) {
        String column = " ".repeat(width / 2) + line + " ".repeat(width - width / 2 - 1);
        return " ".repeat(MARGIN) + column.repeat(count);
    }

    private String line(Trace.Entry entry, List<String> names, int width, Instant start) {
        int from = names.indexOf(name(entry.from()));
        int to = names.indexOf(name(entry.to()));
        StringBuilder line = new StringBuilder(lifelines(names.size(), width, '|'));
        String time = Duration.between(start, entry.at()).toMillis() + " ms "
                + entry.transport().name().toLowerCase(Locale.ROOT);
        line.replace(0, MARGIN - 1, "%11s".formatted(time));
        int left = MARGIN + Math.min(from, to) * width + width / 2 + 1;
        int length = Math.max(Math.abs(from - to) * width - 1, 0);
        line.replace(left, left + length, arrow(label(entry), length, from < to));
        return from == to ? line + " " + label(entry) + " (to itself)" : line.toString();
    }

    private static String arrow(String label, int length, boolean right) {
        if (length < label.length() + 6) {
            return label.substring(0, Math.min(length, label.length()));
        }
        int rest = length - label.length() - 6;
        String shaft = "-".repeat(rest);
        return right ? "--- " + label + " " + shaft + ">" : "<-- " + label + " " + shaft + "-";
    }

    private static String label(Trace.Entry entry) {
        String text = entry.message().map(Ladder::label).orElseGet(() -> "(" + entry.raw().length + " odd octets)");
        return entry.again() ? text + " (again)" : text;
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

    private static String body(Trace.Entry entry) {
        String indent = "\n" + " ".repeat(MARGIN + 2) + ": ";
        String body = entry.message().map(SipMessage::bodyText).orElse("").strip();
        return body.isEmpty()
                ? ""
                : indent.substring(1) + body.replace("\r", "").replace("\n", indent) + "\n";
    }
}
