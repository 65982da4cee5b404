package org.siprecservlet.recording;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The transition table as a page of the documentation. */
final class RecordingTableDocument {

    private static final String HEAD =
            """
            # The states of a recording

            Generated from `RecordingTable`, which is the only place where these decisions are made, and checked against it by
            `RecordingTableTest`. After a change of the table: `mvn test -Dtest=RecordingTableTest -Dupdate.docs=true`.

            A recording is in one phase. An event moves it to the next phase and has actions carried out, in order. Events of
            one recording are handled one after another. An event that is not in the list of a phase is either ignored there
            (it happens, and changes nothing: a race that is already decided) or can not happen (it would be a bug, and is
            logged). What callers of the API see is the state.

            Attempts at servers that were given up for taking too long no longer count: none of their signals is an event.
            Should such an attempt be accepted all the same, its dialog is acknowledged and ended at once. Offers of the server
            that cross one of ours are no events either: they are refused (491). A wish that is postponed comes again when the
            phase has changed, unless the opposite has been wished for since.
            """;

    private RecordingTableDocument() {}

    static String text() {
        return Stream.concat(
                        Stream.of(HEAD, phases()),
                        Arrays.stream(RecordingPhase.values()).map(RecordingTableDocument::phase))
                .collect(Collectors.joining("\n"));
    }

    private static String phases() {
        return rows(
                List.of("Phase", "State in the API"),
                Arrays.stream(RecordingPhase.values())
                        .map(phase -> List.of(
                                phase.name(),
                                Stream.of(phase.state(false), phase.state(true))
                                        .distinct()
                                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", or after having been active ")))));
    }

    private static String phase(RecordingPhase phase) {
        String steps = rows(
                List.of("Event", "Next phase", "Actions"),
                events(phase, RecordingTable.Step.class).stream()
                        .map(event -> row(event, (RecordingTable.Step) RecordingTable.cell(phase, event))));
        return "## " + phase + "\n\n" + (phase == RecordingPhase.ENDED ? "" : steps + "\n") + "Ignored: "
                + names(events(phase, RecordingTable.Nothing.IGNORED)) + "\n\nCan not happen: "
                + names(events(phase, RecordingTable.Nothing.IMPOSSIBLE)) + "\n";
    }

    private static List<RecordingEventKind> events(RecordingPhase phase, Class<?> type) {
        return Arrays.stream(RecordingEventKind.values())
                .filter(event -> type.isInstance(RecordingTable.cell(phase, event)))
                .toList();
    }

    private static List<RecordingEventKind> events(RecordingPhase phase, RecordingTable.Nothing nothing) {
        return Arrays.stream(RecordingEventKind.values())
                .filter(event -> RecordingTable.cell(phase, event) == nothing)
                .toList();
    }

    private static List<String> row(RecordingEventKind event, RecordingTable.Step step) {
        return List.of(event.name(), step.next().name(), names(step.actions()));
    }

    private static String names(Collection<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? "none."
                : constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String rows(List<String> head, Stream<List<String>> rows) {
        String rule = head.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return line(head) + rule + rows.map(RecordingTableDocument::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
