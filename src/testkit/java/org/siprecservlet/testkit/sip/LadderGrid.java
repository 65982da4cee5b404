package org.siprecservlet.testkit.sip;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the columns of a ladder stand: just so far from each other that every label fits on its arrow. */
final class LadderGrid {

    private static final int MARGIN = 18;
    private static final int NARROWEST = 16;

    private final List<String> names;
    private final int[] lifelines;

    /**
     * Makes room for all rungs.
     *
     * @param first the names of the first columns; the others come in the order in which they are met
     */
    LadderGrid(List<String> first, Collection<Rung> rungs) {
        Set<String> all = new LinkedHashSet<>(first);
        rungs.forEach(r -> all.addAll(List.of(r.from(), r.to())));
        names = List.copyOf(all);
        lifelines = new int[names.size()];
        lifelines[0] = MARGIN + names.get(0).length() / 2 + 1;
        for (int i = 1; i < lifelines.length; i++) {
            int heads = (names.get(i - 1).length() + names.get(i).length()) / 2 + 3;
            lifelines[i] = lifelines[i - 1] + Math.max(NARROWEST, heads);
        }
        rungs.stream()
                .filter(r -> !r.from().equals(r.to()))
                .sorted(Comparator.comparingInt(r -> right(r) - left(r)))
                .forEach(this::makeRoom);
    }

    private int left(Rung rung) {
        return Math.min(names.indexOf(rung.from()), names.indexOf(rung.to()));
    }

    private int right(Rung rung) {
        return Math.max(names.indexOf(rung.from()), names.indexOf(rung.to()));
    }

    /** Moves the right end, and all to the right of it, away. */
    private void makeRoom(Rung rung) {
        int right = right(rung);
        int missing = rung.room() - (lifelines[right] - lifelines[left(rung)]);
        for (int i = right; i < lifelines.length; i++) {
            lifelines[i] += Math.max(0, missing);
        }
    }

    String heads() {
        StringBuilder line = blank();
        for (int i = 0; i < lifelines.length; i++) {
            int at = lifelines[i] - names.get(i).length() / 2;
            line.replace(at, at + names.get(i).length(), names.get(i));
        }
        return line.toString();
    }

    /** A line in which nothing happens. */
    String between(char lifeline) {
        return lifelines(lifeline).toString();
    }

    /** The line of one rung. */
    String line(Rung rung, double seconds) {
        StringBuilder line = lifelines('|');
        String margin = String.format(Locale.ROOT, "%3s %8.3f %s", rung.number(), seconds, rung.carrier());
        line.replace(0, margin.length(), margin);
        int left = left(rung);
        int right = right(rung);
        if (left == right) {
            return line + rung.label() + " (to itself)";
        }
        int from = lifelines[left] + 1;
        int to = lifelines[right];
        String arrow = rung.arrow(to - from, rung.to().equals(names.get(right)));
        return line.replace(from, to, arrow).toString();
    }

    private StringBuilder lifelines(char lifeline) {
        StringBuilder line = blank();
        IntStream.of(lifelines).forEach(at -> line.setCharAt(at, lifeline));
        return line;
    }

    private StringBuilder blank() {
        int last = lifelines.length - 1;
        return new StringBuilder(" ".repeat(lifelines[last] + names.get(last).length() + 2));
    }
}
