package org.siprecservlet.conformance;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the product stands with every requirement, as a page of the documentation and as a page for a browser. */
final class ConformanceReport {

    private static final List<String> LEVELS = List.of("MUST", "REQUIRED", "SHOULD", "RECOMMENDED", "MAY", "INFO");
    private static final List<String> KINDS = List.of(Standing.PASS, "n/a", "open");
    private static final String HEAD =
            """
            # What SIPREC asks of a client, and where this one stands

            Each row is a requirement on a session recording client from RFC 7866, 7865, 9806, 8068, 7245 or 6341, or from a base
            RFC that a recording session inherits from (`(base)`), or one that follows from them (`(derived)`). What each says, and
            where, is in [requirements.tsv](../src/test/resources/conformance/requirements.tsv).

            - **pass**: met, and shown by the tests named. They are part of this build, which fails when one of them fails.
            - **open**: not met yet, or not shown yet; the sentence says what is missing. Tests named there show a part of it.
            - **n/a**: can not apply here; the sentence says why.

            All of it holds with the embedded relay, but SRTP towards servers (OFR-16, SEC-07, SEC-08, SEC-10, SEC-11), which takes RTPengine. What
            other relays can not do is in [media relays](media-relays.md).

            Generated from the `@Requirement` annotations of the tests and from
            [not-shown.tsv](../src/test/resources/conformance/not-shown.tsv), and checked against them by `ConformanceTest`. After
            a change of either: `mvn test -Dtest=ConformanceTest -Dupdate.docs=true`.

            """;
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>SIPREC conformance</title>
            <style>td, th { text-align: left; vertical-align: top; padding: 0.2em 0.8em } .open { background: #fdd }</style></head>
            <body><table><tr><th>id</th><th>level</th><th>requirement</th><th>source</th><th>status</th><th>tests</th></tr>
            """;

    private final List<Standing> standings;

    ConformanceReport(List<Standing> standings) {
        this.standings = standings;
    }

    String markdown() {
        return HEAD + counts() + "\n| id | level | status | tests |\n|---|---|---|---|\n"
                + standings.stream().map(ConformanceReport::row).collect(Collectors.joining());
    }

    private String counts() {
        return "| level | pass | n/a | open | all |\n|---|---|---|---|---|\n"
                + Stream.concat(LEVELS.stream(), Stream.of("all"))
                        .map(this::counts)
                        .collect(Collectors.joining());
    }

    private String counts(String level) {
        return "| " + level + " | "
                + KINDS.stream().map(kind -> count(level, kind) + " | ").collect(Collectors.joining())
                + count(level, "all") + " |\n";
    }

    /** How many requirements of a level, or of all, are of a kind, or of all. */
    long count(String level, String kind) {
        return standings.stream()
                .filter(each -> level.equals("all") || each.row().binding().equals(level))
                .filter(each -> kind.equals("all") || each.kind().equals(kind))
                .count();
    }

    private static String row(Standing standing) {
        String tests = standing.tests().stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
        return "| " + standing.row().id() + " | " + standing.row().level() + " | " + standing.status() + " | " + tests
                + " |\n";
    }

    String html() {
        return PAGE + standings.stream().map(ConformanceReport::cells).collect(Collectors.joining())
                + "</table></body></html>\n";
    }

    private static String cells(Standing standing) {
        Row row = standing.row();
        return Stream.of(
                        row.id(),
                        row.level(),
                        row.text(),
                        row.source(),
                        standing.status(),
                        String.join(", ", standing.tests()))
                .map(text -> "<td>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</td>")
                .collect(Collectors.joining("", "<tr class=\"" + standing.kind() + "\">", "</tr>\n"));
    }
}
