package org.siprecservlet.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All requirements with what is known of each, and what is contradictory or missing in that. */
record Conformance(List<Row> rows, Map<String, List<String>> tests, Map<String, String> notShown) {

    static Conformance ofThisBuild() {
        return new Conformance(Lines.requirements(), NamingTests.byRequirement(), Lines.notShown());
    }

    List<Standing> standings() {
        return rows.stream().map(this::standing).toList();
    }

    private Standing standing(Row row) {
        List<String> shownBy = tests.getOrDefault(row.id(), List.of());
        return new Standing(row, notShown.getOrDefault(row.id(), Standing.PASS), shownBy);
    }

    /** Each fault is a sentence that says what to do. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> ids = rows.stream().map(Row::id).collect(Collectors.toSet());
        tests.forEach(
                (id, shownBy) -> faultIf(!ids.contains(id), faults, shownBy + " name " + id + ", which is none."));
        notShown.forEach((id, status) -> {
            faultIf(!ids.contains(id), faults, "not-shown.tsv names " + id + ", which is none.");
            faultIf(!status.matches("(n/a|open): \\S.*"), faults, "not-shown.tsv gives no reason for " + id + ".");
        });
        for (Standing standing : standings()) {
            String id = standing.row().id();
            boolean untested = standing.tests().isEmpty();
            faultIf(
                    untested && standing.passes(),
                    faults,
                    id + " has no test: name it in one, or say in not-shown.tsv what is open or why it can not apply.");
            faultIf(
                    !untested && standing.kind().equals("n/a"),
                    faults,
                    id + " can not apply, says not-shown.tsv, but has tests: " + standing.tests() + ".");
        }
        return faults;
    }

    private static void faultIf(boolean isOne, List<String> faults, String fault) {
        if (isOne) {
            faults.add(fault);
        }
    }
}
