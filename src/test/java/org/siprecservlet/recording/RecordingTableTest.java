package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.recording.RecordingPhase.ARMED;
import static org.siprecservlet.recording.RecordingPhase.CANCELLING;
import static org.siprecservlet.recording.RecordingPhase.CHANGING;
import static org.siprecservlet.recording.RecordingPhase.CLOSING;
import static org.siprecservlet.recording.RecordingPhase.ENDED;
import static org.siprecservlet.recording.RecordingPhase.FOLLOWING;
import static org.siprecservlet.recording.RecordingPhase.INVITING;
import static org.siprecservlet.recording.RecordingPhase.LEAVING;
import static org.siprecservlet.recording.RecordingPhase.MUTED;
import static org.siprecservlet.recording.RecordingPhase.NEW;
import static org.siprecservlet.recording.RecordingPhase.OVERTAKEN;
import static org.siprecservlet.recording.RecordingPhase.PAUSED;
import static org.siprecservlet.recording.RecordingPhase.PAUSING;
import static org.siprecservlet.recording.RecordingPhase.REPAUSING;
import static org.siprecservlet.recording.RecordingPhase.RESUMING;
import static org.siprecservlet.recording.RecordingPhase.RETELLING;
import static org.siprecservlet.recording.RecordingPhase.SILENCING;
import static org.siprecservlet.recording.RecordingPhase.SUBSCRIBING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

class RecordingTableTest {

    private static final Path DOCUMENT = Path.of("docs", "recording-states.md");
    private static final Set<RecordingPhase> ENDING = EnumSet.of(CANCELLING, CLOSING, ENDED);
    private static final Set<RecordingPhase> WITH_COPY =
            EnumSet.complementOf(EnumSet.of(ARMED, NEW, CANCELLING, CLOSING, ENDED));

    private record Transition(RecordingPhase from, RecordingEventKind on, RecordingTable.Step step) {

        boolean does(RecordingAction... actions) {
            return step.actions().containsAll(List.of(actions));
        }

        boolean begins(Set<RecordingPhase> phases) {
            return !phases.contains(from) && phases.contains(step.next());
        }
    }

    private static Stream<Transition> transitions(Predicate<Transition> which) {
        return Arrays.stream(RecordingPhase.values())
                .flatMap(phase -> Arrays.stream(RecordingEventKind.values())
                        .filter(event -> RecordingTable.cell(phase, event) instanceof RecordingTable.Step)
                        .map(event ->
                                new Transition(phase, event, (RecordingTable.Step) RecordingTable.cell(phase, event))))
                .filter(which);
    }

    @Test
    void saysSomethingForEveryPhaseAndEvent() {
        for (RecordingPhase phase : RecordingPhase.values()) {
            for (RecordingEventKind event : RecordingEventKind.values()) {
                assertThat(RecordingTable.cell(phase, event)).isNotNull();
            }
        }
    }

    @Test
    void isWhatTheDocumentationShows() throws IOException {
        String generated = RecordingTableDocument.text();
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(DOCUMENT, generated, StandardCharsets.UTF_8);
        }
        assertThat(DOCUMENT)
                .as("to bring it up to date: mvn test -Dtest=RecordingTableTest -Dupdate.docs=true")
                .exists()
                .content(StandardCharsets.UTF_8)
                .isEqualTo(generated);
    }

    @Test
    void tellsTheEndWheneverItEndsAndNeverElse() {
        assertThat(transitions(each -> each.step().next() == ENDED))
                .allMatch(each -> each.does(RecordingAction.TELL_ENDED));
        assertThat(transitions(each -> each.step().next() != ENDED))
                .noneMatch(each -> each.does(RecordingAction.TELL_ENDED));
    }

    @Test
    void leavesNoWayOutOfTheEnd() {
        assertThat(transitions(each -> each.from() == ENDED)).isEmpty();
    }

    @Test
    void notesTheReasonExactlyWhenTheEndBegins() {
        assertThat(transitions(each -> each.begins(ENDING))).allMatch(each -> each.does(RecordingAction.NOTE_REASON));
        assertThat(transitions(each -> !each.begins(ENDING))).noneMatch(each -> each.does(RecordingAction.NOTE_REASON));
    }

    @Test
    void freesTheCopyWheneverTheEndBegins() {
        assertThat(transitions(each -> WITH_COPY.contains(each.from()) && each.begins(ENDING)))
                .allMatch(each -> each.does(RecordingAction.UNSUBSCRIBE));
    }

    @Test
    void acknowledgesEveryAcceptance() {
        Set<RecordingEventKind> accepting = EnumSet.of(RecordingEventKind.ACCEPTED, RecordingEventKind.ANSWER_UNUSABLE);
        assertThat(transitions(each -> accepting.contains(each.on())))
                .isNotEmpty()
                .allMatch(each -> each.does(RecordingAction.ACK));
    }

    @Test
    void waitsForTheEndOfEveryDialogThatItEnds() {
        assertThat(transitions(each -> each.begins(EnumSet.of(CLOSING))))
                .allMatch(each -> each.does(RecordingAction.BYE, RecordingAction.AWAIT_CLOSE));
    }

    @Test
    void listensToNoAttemptThatMayStillBeAccepted() {
        Set<RecordingPhase> invited = EnumSet.of(INVITING, CANCELLING);
        assertThat(transitions(
                        each -> invited.contains(each.from()) && each.step().next() == ENDED))
                .allMatch(each -> each.does(RecordingAction.LET_GO));
    }

    @Test
    void leavesNoTimerBehind() {
        Set<RecordingPhase> waiting =
                EnumSet.of(INVITING, CANCELLING, FOLLOWING, OVERTAKEN, MUTED, PAUSING, RESUMING, REPAUSING, CLOSING);
        Set<RecordingEventKind> timers = EnumSet.of(RecordingEventKind.CLOSE_TIMEOUT, RecordingEventKind.RETRY_DUE);
        Predicate<Transition> leaves = each ->
                waiting.contains(each.from()) && !waiting.contains(each.step().next());
        assertThat(transitions(leaves.and(each -> !timers.contains(each.on()))))
                .allMatch(each -> each.does(RecordingAction.STOP_WAITING));
    }

    @Test
    void survivesABugInEveryPhase() {
        assertThat(transitions(each -> each.on() == RecordingEventKind.FAULT))
                .extracting(Transition::from)
                .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(ENDED)));
    }

    @Test
    void givesActionsOnlyToEventsWithTheDataForThem() {
        assertThat(transitions(each -> each.does(RecordingAction.INVITE_FIRST)))
                .allMatch(each -> each.on() == RecordingEventKind.SUBSCRIBED);
        assertThat(transitions(each -> each.does(RecordingAction.CONNECT)))
                .extracting(Transition::on)
                .containsOnly(RecordingEventKind.ACCEPTED, RecordingEventKind.OFFER_ACCEPTED);
        assertThat(transitions(each -> each.does(RecordingAction.INVITE_NEXT)))
                .allMatch(each -> each.on().name().endsWith("_NEXT"));
        assertThat(transitions(each -> each.does(RecordingAction.RECONNECT)))
                .extracting(Transition::on)
                .containsOnly(
                        RecordingEventKind.SRS_OFFER, RecordingEventKind.SRS_ANSWER, RecordingEventKind.OFFER_ACCEPTED);
        assertThat(transitions(each -> each.does(RecordingAction.RENEW)))
                .allMatch(each -> each.on() == RecordingEventKind.COPY_CHANGED);
        assertThat(transitions(each -> each.does(RecordingAction.KEEP_ANSWER)))
                .extracting(Transition::on)
                .containsOnly(RecordingEventKind.SRS_ANSWER, RecordingEventKind.OFFER_ACCEPTED);
        assertThat(transitions(each -> each.does(RecordingAction.SEND_OFFER)))
                .allMatch(each -> each.on() == RecordingEventKind.SRS_WANTS_OFFER);
        assertThat(transitions(each -> each.does(RecordingAction.REFUSE_FOR_NOW)))
                .extracting(Transition::on)
                .containsOnly(RecordingEventKind.SRS_OFFER, RecordingEventKind.SRS_WANTS_OFFER);
    }

    @Test
    @Requirement("PAU-05")
    void tellsTheServerOfAPauseOnlyWhenTheRelayIsSilent() {
        Set<RecordingPhase> silent = EnumSet.of(MUTED, PAUSING, PAUSED, RETELLING, RESUMING, REPAUSING);
        assertThat(transitions(each -> each.begins(silent)))
                .extracting(Transition::on)
                .containsOnly(RecordingEventKind.SILENCED, RecordingEventKind.RELAY_FAILED);
        assertThat(transitions(each -> each.does(RecordingAction.OFFER_SILENCE)))
                .allMatch(each -> each.step().next() == PAUSING);
    }

    @Test
    void hasMediaFlowAgainOnlyWhenTheServerAgreed() {
        Set<RecordingPhase> silent =
                EnumSet.of(OVERTAKEN, MUTED, SILENCING, PAUSING, PAUSED, RETELLING, RESUMING, REPAUSING);
        assertThat(transitions(each -> silent.contains(each.from()) && each.does(RecordingAction.CONNECT)))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.from()).isEqualTo(RESUMING);
                    assertThat(each.on()).isEqualTo(RecordingEventKind.OFFER_ACCEPTED);
                });
    }

    @Test
    void waitsForTheAnswerToEveryOfferOfItsOwn() {
        assertThat(transitions(
                        each -> each.does(RecordingAction.OFFER_SILENCE) || each.does(RecordingAction.OFFER_FLOW)))
                .isNotEmpty()
                .allMatch(each -> each.does(RecordingAction.AWAIT_REPLY));
    }

    @Test
    void movesOnFromEveryPhaseWithASessionAndFromNoOther() {
        assertThat(transitions(each -> each.on() == RecordingEventKind.SRS_LOST))
                .allMatch(each -> each.step().next() == LEAVING)
                .allMatch(each -> each.does(
                        RecordingAction.STOP_WAITING,
                        RecordingAction.BYE,
                        RecordingAction.LET_GO,
                        RecordingAction.LEAVE))
                .extracting(Transition::from)
                .containsExactlyElementsOf(Arrays.stream(RecordingPhase.values())
                        .filter(RecordingPhase::hasSession)
                        .toList());
    }

    @Test
    void losesNoChangeOfTheCallWhileThereIsASession() {
        Set<RecordingEventKind> changes = EnumSet.of(RecordingEventKind.CALL_CHANGED, RecordingEventKind.COPY_CHANGED);
        for (RecordingPhase phase : RecordingPhase.values()) {
            long followed = transitions(each -> each.from() == phase && changes.contains(each.on()))
                    .count();
            assertThat(followed > 0)
                    .as("%s", phase)
                    .isEqualTo(phase.hasSession()
                            || EnumSet.of(SUBSCRIBING, INVITING, LEAVING).contains(phase));
        }
    }

    @Test
    void leavesNoOfferOfTheServerUnanswered() {
        Set<RecordingEventKind> requests = EnumSet.of(RecordingEventKind.SRS_OFFER, RecordingEventKind.SRS_WANTS_OFFER);
        assertThat(transitions(
                        each -> requests.contains(each.on()) && each.step().next() != CHANGING
                                || each.from() == CHANGING && each.step().next() != CHANGING))
                .allMatch(each -> each.does(RecordingAction.REFUSE_FOR_NOW)
                        || each.does(RecordingAction.SEND_OFFER)
                        || each.does(RecordingAction.SEND_SILENT_OFFER)
                        || each.does(RecordingAction.ANSWER_SILENTLY)
                        || each.does(RecordingAction.ANSWER_OFFER)
                        || each.does(RecordingAction.REFUSE_OFFER));
    }
}
