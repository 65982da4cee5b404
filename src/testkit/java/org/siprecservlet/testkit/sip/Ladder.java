package org.siprecservlet.testkit.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
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
        Grid grid = grid();
        StringBuilder text = new StringBuilder(grid.heads()).append('\n').append(grid.lifelines());
        Instant start = trace.entries().get(0).at();
        for (Trace.Entry entry : entries) {
            text.append('\n').append(line(entry, grid, start)).append(bodies ? body(entry) : "");
        }
        return text.append('\n').toString().replaceAll(" +\n", "\n");
    }

    private Grid grid() {
        Set<String> names = new LinkedHashSet<>(columns);
        entries.forEach(e -> {
            names.add(name(e.from()));
            names.add(name(e.to()));
        });
        List<String> order = List.copyOf(names);
        int labels = entries.stream().mapToInt(e -> room(e, order)).max().orElse(0);
        int heads = names.stream().mapToInt(n -> n.length() + 2).max().orElse(0);
        return new Grid(order, Math.max(20, Math.max(labels, heads)));
    }

    /** How wide a column must be for the message to fit on its arrow. */
    private int room(Trace.Entry entry, List<String> names) {
        int columnsCrossed = Math.abs(names.indexOf(name(entry.from())) - names.indexOf(name(entry.to())));
        return (label(entry).length() + 9) / Math.max(1, columnsCrossed);
    }

    private String name(InetSocketAddress address) {
        return trace.nameOf(address);
    }

    /** Where the columns stand. */
    private record Grid(List<String> names, int width) {

        int lifeline(int column) {
            return MARGIN + names.get(0).length() / 2 + 1 + column * width;
        }

        String heads() {
            StringBuilder line = blank();
            for (int i = 0; i < names.size(); i++) {
                int at = lifeline(i) - names.get(i).length() / 2;
                line.replace(at, at + names.get(i).length(), names.get(i));
            }
            return line.toString();
        }

        StringBuilder lifelines() {
            StringBuilder line = blank();
            for (int i = 0; i < names.size(); i++) {
                line.setCharAt(lifeline(i), '|');
            }
            return line;
        }

        private StringBuilder blank() {
            return new StringBuilder(" ".repeat(lifeline(names.size())));
        }
    }

    private String line(Trace.Entry entry, Grid grid, Instant start) {
        int from = grid.names().indexOf(name(entry.from()));
        int to = grid.names().indexOf(name(entry.to()));
        StringBuilder line = grid.lifelines();
        String carrier = entry.transport().name().toLowerCase(Locale.ROOT);
        String time = Duration.between(start, entry.at()).toMillis() + " ms " + carrier;
        line.replace(0, MARGIN - 1, String.format(Locale.ROOT, "%11s", time));
        if (from == to) {
            return line + label(entry) + " (to itself)";
        }
        int left = grid.lifeline(Math.min(from, to)) + 1;
        int right = grid.lifeline(Math.max(from, to));
        return line.replace(left, right, arrow(label(entry), right - left, from < to))
                .toString();
    }

    private static String arrow(String label, int length, boolean right) {
        String shaft = "-".repeat(Math.max(0, length - label.length() - 6));
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
        String indent = "\n" + " ".repeat(MARGIN + 4) + ": ";
        String body = entry.message().map(SipMessage::bodyText).orElse("").strip();
        return body.isEmpty() ? "" : indent + body.replace("\r", "").replace("\n", indent);
    }
}
