package org.siprecservlet.testkit.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a trace as a ladder diagram in plain text: a column for each party, an arrow and a number for each message, seconds
 * since the first message. Where nothing happens for a second or more, the lifelines are dotted.
 */
public final class Ladder {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int WIDTH = 100;

    private final Trace trace;
    private final List<Trace.Entry> entries;
    private final List<String> columns;
    private final List<Rung> media;
    private final boolean inFull;

    private Ladder(Trace trace, List<Trace.Entry> entries, List<String> columns, List<Rung> media, boolean inFull) {
        this.trace = trace;
        this.entries = entries;
        this.columns = columns;
        this.media = media;
        this.inFull = inFull;
    }

    /** All of the trace, columns in the order in which the parties first speak. */
    public static Ladder of(Trace trace) {
        return new Ladder(trace, trace.entries(), List.of(), List.of(), false);
    }

    /** The same with these columns first, by name. */
    public Ladder columns(String... names) {
        return new Ladder(trace, entries, List.of(names), media, inFull);
    }

    /** The same with every message in full, under its number, below the ladder. */
    public Ladder withMessages() {
        return new Ladder(trace, entries, columns, media, true);
    }

    /**
     * The same with a double arrow for media.
     *
     * @param at when the first packet came
     * @param from the name of a column, as {@code to}
     */
    public Ladder withMedia(Instant at, String from, String to, String label) {
        List<Rung> more = new ArrayList<>(media);
        more.add(new Rung("", at, "rtp", from, to, label, '='));
        return new Ladder(trace, entries, columns, List.copyOf(more), inFull);
    }

    /** Only the newest messages. */
    public Ladder last(int count) {
        List<Trace.Entry> newest = entries.subList(Math.max(0, entries.size() - count), entries.size());
        return new Ladder(trace, newest, columns, media, inFull);
    }

    @Override
    public String toString() {
        if (entries.isEmpty()) {
            return "(no messages)\n";
        }
        String text = drawing() + (inFull ? messages() : "");
        return text.replaceAll(" +\n", "\n");
    }

    private String drawing() {
        List<Rung> rungs = rungs();
        LadderGrid grid = new LadderGrid(columns, rungs);
        Instant start = trace.entries().get(0).at();
        Instant last = rungs.get(0).at();
        StringBuilder text = new StringBuilder(grid.heads() + "\n" + grid.between('|') + "\n");
        for (Rung rung : rungs) {
            boolean pause = Duration.between(last, rung.at()).compareTo(PAUSE) >= 0;
            text.append(pause ? grid.between(':') + "\n" : "");
            double seconds = Duration.between(start, rung.at()).toNanos() / 1e9;
            text.append(grid.line(rung, seconds)).append('\n');
            last = rung.at();
        }
        return text.toString();
    }

    private List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>(media);
        for (int i = 0; i < entries.size(); i++) {
            rungs.add(Rung.of(i + 1, entries.get(i), trace));
        }
        rungs.sort(Comparator.comparing(Rung::at));
        return rungs;
    }

    private String messages() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            Trace.Entry entry = entries.get(i);
            String way = trace.nameOf(entry.from()) + " -> " + trace.nameOf(entry.to()) + ", " + entry.transport();
            String title = "--- " + (i + 1) + ": " + way + (entry.again() ? ", sent again " : " ");
            String content = entry.again() ? "" : new String(entry.raw(), UTF_8).replace("\r", "");
            text.append('\n').append(title).append("-".repeat(Math.max(3, WIDTH - title.length())));
            text.append("\n").append(content.stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
