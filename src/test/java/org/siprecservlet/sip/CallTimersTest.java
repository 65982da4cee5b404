package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallTimersTest {

    private final List<Duration> delays = new ArrayList<>();
    private final CallTimers timers = new CallTimers(
            (delay, task) -> {
                delays.add(delay);
                return () -> {};
            },
            Duration.ofMinutes(3),
            new Random(1));

    private void glare(boolean ours) {
        for (int times = 0; times < 1000; times++) {
            timers.afterGlare(ours, () -> {});
        }
    }

    @Test
    void whoMadeTheCallIdWaitsLongerThanAnyOther() {
        glare(true);

        assertThat(delays)
                .allMatch(delay -> delay.toMillis() >= 2100 && delay.toMillis() <= 4000 && delay.toMillis() % 10 == 0);
        assertThat(delays).contains(Duration.ofMillis(2100), Duration.ofMillis(4000));
    }

    @Test
    void whoDidNotMakeTheCallIdWaitsTwoSecondsAtMost() {
        glare(false);

        assertThat(delays).allMatch(delay -> delay.toMillis() <= 2000 && delay.toMillis() % 10 == 0);
        assertThat(delays).contains(Duration.ZERO, Duration.ofMillis(2000));
    }
}
