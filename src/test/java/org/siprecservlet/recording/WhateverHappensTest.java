package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Goes through every order of everything that can happen to a recording, up to a length; {@code -Dhappenings=4} takes
 * half a minute.
 */
class WhateverHappensTest {

    private static final int LENGTH = Integer.getInteger("happenings", 3);
    private static final Logger LOGGER = Logger.getLogger("org.siprecservlet.recording");

    private static final List<String> INVITED = List.of("the call is answered", "the copy is prepared");
    private static final List<String> PAUSING =
            and(INVITED, "rs-1@src: accepted", "the copy flows", "a pause is asked for", "the copy flows");

    private final List<String> bugs = new ArrayList<>();
    private final Handler bugsOfTheLog = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().contains("bug")) {
                bugs.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void readTheLog() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.setLevel(Level.WARNING);
        LOGGER.addHandler(bugsOfTheLog);
    }

    @AfterEach
    void readTheLogNoLonger() {
        LOGGER.removeHandler(bugsOfTheLog);
        LOGGER.setLevel(null);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void everyRecordingEndsOnceAndLeavesNothingBehind() {
        explore(List.of(), LENGTH);
    }

    @Test
    void soDoesEveryRecordingWhoseServersAreInvited() {
        explore(INVITED, LENGTH);
    }

    @Test
    void soDoesEveryRecordingThatIsActive() {
        explore(and(INVITED, "rs-1@src: accepted", "the copy flows"), LENGTH);
    }

    @Test
    void soDoesEveryRecordingThatIsBeingPaused() {
        explore(PAUSING, LENGTH);
    }

    @Test
    void soDoesEveryRecordingThatIsBeingResumed() {
        explore(and(PAUSING, "rs-1@src: agrees", "a resumption is asked for"), LENGTH);
    }

    @Test
    void soDoesEveryRecordingThatFollowsTheCall() {
        explore(and(INVITED, "rs-1@src: accepted", "the copy flows", "the call is held or resumed"), LENGTH);
    }

    @Test
    void soDoesEveryRecordingThatIsPausedWhileItFollowsTheCall() {
        explore(
                and(
                        INVITED,
                        "rs-1@src: accepted",
                        "the copy flows",
                        "the call is held or resumed",
                        "a pause is asked for",
                        "the copy flows"),
                LENGTH);
    }

    @Test
    void soDoesEveryRecordingWhoseServerVanishes() {
        explore(and(INVITED, "rs-1@src: accepted", "the copy flows", "rs-1@src: vanishes"), LENGTH);
    }

    @Test
    void soDoesEveryRecordingWhoseServerVanishesInAPause() {
        explore(and(PAUSING, "rs-1@src: agrees", "rs-1@src: vanishes", "the copy flows"), LENGTH);
    }

    private void explore(List<String> story, int further) {
        World world = after(story);
        assertThat(world.faultsNow()).as("%s", story).isEmpty();
        List<String> next = List.copyOf(world.possible().keySet());
        world.comeToAnEnd();
        assertThat(world.faults()).as("%s", story).isEmpty();
        assertThat(bugs).as("%s", story).isEmpty();
        if (further > 0) {
            next.forEach(happening -> explore(and(story, happening), further - 1));
        }
    }

    private static World after(List<String> story) {
        World world = new World();
        story.forEach(happening -> world.possible().get(happening).run());
        return world;
    }

    private static List<String> and(List<String> story, String... happenings) {
        List<String> longer = new ArrayList<>(story);
        longer.addAll(List.of(happenings));
        return longer;
    }
}
