package org.siprecservlet.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.siprecservlet.media.CopyCount;

/**
 * Notices that nothing is copied although media should flow, and that it flows again. Looks at the relay's counts at an interval;
 * the packets themselves cost nothing. Confined to the recording's mailbox.
 */
final class SilenceWatch {

    private static final int LOOKS = 2;

    private final Duration limit;
    private final Clock clock;
    private final Deadline next;
    private final CopyCounts counts;
    private final Executor mailbox;
    private final BooleanSupplier expectsMedia;
    private final Announcements announcements;
    /** What was counted of each stream that is to flow; null when nothing was expected. */
    private Map<String, Long> before;

    private Instant flowed;
    private boolean silent;
    private boolean over;

    /**
     * @param limit how long nothing may be copied; zero: for ever
     * @param expectsMedia whether somebody sends, and the recording is neither paused nor ending
     */
    SilenceWatch(
            Duration limit,
            RecordingPorts ports,
            CopyCounts counts,
            Executor mailbox,
            BooleanSupplier expectsMedia,
            Announcements announcements) {
        this.limit = limit;
        this.clock = ports.clock();
        this.next = new Deadline(ports.timers());
        this.counts = counts;
        this.mailbox = mailbox;
        this.expectsMedia = expectsMedia;
        this.announcements = announcements;
    }

    /**
     * Media should flow from now on. The first look takes for copied what a relay counted before that: one that counts what it
     * received may tell of a silence up to half the limit late.
     */
    void begin() {
        if (!limit.isZero()) {
            flowed = clock.instant();
            before = Map.of();
            lookAgain();
        }
    }

    void end() {
        over = true;
        next.clear();
    }

    private void look() {
        if (!over && expectsMedia.getAsBoolean()) {
            counts.ask(this::counted);
        } else if (!over) {
            nothingExpected();
            lookAgain();
        }
    }

    private void lookAgain() {
        next.set(limit.dividedBy(LOOKS), () -> mailbox.execute(this::look));
    }

    private void nothingExpected() {
        before = null;
    }

    private void counted(CopyCounts.Outcome outcome) {
        if (over) {
            return;
        }
        if (expectsMedia.getAsBoolean()) {
            compare(outcome);
        } else {
            nothingExpected();
        }
        lookAgain();
    }

    private void compare(CopyCounts.Outcome outcome) {
        if (outcome.failure() != null) {
            noPacket(outcome.failure());
            return;
        }
        Map<String, Long> now = flowing(outcome.counts());
        if (now.isEmpty()) {
            nothingExpected();
        } else if (before == null) {
            flowed = clock.instant();
            before = now;
        } else if (isNothingNew(now)) {
            noPacket("");
        } else {
            before = now;
            packets();
        }
    }

    private boolean isNothingNew(Map<String, Long> now) {
        return now.entrySet().stream().allMatch(each -> each.getValue().equals(before.getOrDefault(each.getKey(), 0L)));
    }

    private static Map<String, Long> flowing(List<CopyCount> counts) {
        return counts.stream().filter(CopyCount::flows).collect(Collectors.toMap(CopyCount::label, CopyCount::packets));
    }

    private void packets() {
        flowed = clock.instant();
        if (silent) {
            silent = false;
            announcements.recovered();
        }
    }

    private void noPacket(String why) {
        if (before == null) {
            flowed = clock.instant();
            before = Map.of();
        }
        if (!silent && Duration.between(flowed, clock.instant()).compareTo(limit) >= 0) {
            silent = true;
            announcements.silent(flowed, why);
        }
    }
}
