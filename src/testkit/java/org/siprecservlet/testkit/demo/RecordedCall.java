package org.siprecservlet.testkit.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.recorder.SavedStream;
import org.siprecservlet.testkit.recorder.SessionFiles;
import org.siprecservlet.testkit.sdp.MediaLine;

/** The demonstration proper: the call, its results on disk, and the verdict on them. */
final class RecordedCall {

    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Stage stage;
    private final Results results;
    private final Screen screen;

    RecordedCall(Stage stage, Results results, Screen screen) {
        this.stage = stage;
        this.results = results;
        this.screen = screen;
    }

    /**
     * Has the call, and leaves the ladder of it whatever happens.
     *
     * @param serverEnded done when there is no server any more
     * @return whether all checks passed
     */
    boolean play(CompletableFuture<?> serverEnded) throws IOException {
        try (DemoCall call = new DemoCall(stage)) {
            try {
                return judge(hold(call, serverEnded));
            } finally {
                results.write(call.ladder());
            }
        }
    }

    private RecordedSession hold(DemoCall call, CompletableFuture<?> serverEnded) {
        call.setUp();
        screen.good("alice called bob, and bob answered");
        RecordedSession session = call.awaitRecording();
        screen.good("the recorder answered and hears " + session.offer().media().size() + " streams");
        String talk =
                LENGTH.toSeconds() + " s of tone, alice " + Stage.ALICE_HZ + " Hz and bob " + Stage.BOB_HZ + " Hz";
        if (screen.await(talk, serverEnded, LENGTH)) {
            throw new DemoFailed("the server ended during the call");
        }
        call.hangUp(session);
        screen.good("alice hung up, and the recording ended with the call");
        return session;
    }

    private boolean judge(RecordedSession session) throws IOException {
        List<SavedStream> streams = SessionFiles.write(session, results.directory());
        Checks checks = new Checks(stage.parties(), LENGTH);
        InstantSource clock = InstantSource.system();
        List<Finding> findings = checks.of(session.metadata(), labels(session), streams, clock.instant());
        findings.forEach(screen::show);
        return findings.stream().allMatch(Finding::good);
    }

    private static Set<String> labels(RecordedSession session) {
        return session.offer().media().stream()
                .map(MediaLine::label)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
