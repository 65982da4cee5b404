package org.siprecservlet.recording;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.siprecservlet.call.CallId;
import org.siprecservlet.sound.Sound;

/**
 * What the log says of one recording: at INFO its life in two lines when all goes well and its pauses, at WARNING what an operator can
 * do something about, at ERROR bugs; every line with the call and the recording.
 */
final class RecordingLog {

    private static final System.Logger LOG = System.getLogger("org.siprecservlet.recording");

    private static final Map<EndReason, String> ADVICE = new EnumMap<>(Map.of(
            EndReason.SRS_HUNG_UP, "look in the recording server's log for why it hung up",
            EndReason.SRS_LOST, "check that the server still runs and that packets from here reach it",
            EndReason.SRS_REFUSED, "check that the server takes recording sessions (siprec) and has room for them",
            EndReason.SRS_NO_ANSWER,
                    "check that the server runs and that no firewall drops its packets, or raise siprec.srs.answer-timeout",
            EndReason.SRS_UNREACHABLE, "check host, port and transport in siprec.srs and that the server runs",
            EndReason.SRS_ANSWER_UNUSABLE, "capture the answer and report it to the recording server's vendor",
            EndReason.BAD_PLAN, "correct the rule or the request that asks for this recording",
            EndReason.NOTHING_TO_RECORD,
                    "the call has no media that the relay can copy, for example only encrypted media",
            EndReason.RELAY_FAILED, "check the media relay, siprec.media.address and siprec.media.ports",
            EndReason.INTERNAL_ERROR, "report this as a bug, with the lines above"));

    private final String prefix;

    RecordingLog(CallId call, RecordingId recording) {
        this.prefix = "call " + call + ", recording " + recording + ": ";
    }

    void invites(SrsUri target) {
        log(Level.DEBUG, "invites " + target);
    }

    void triesNext(Ending failure, SrsUri target) {
        log(Level.WARNING, failure.detail() + "; tries " + target + " next (" + ADVICE.get(failure.reason()) + ")");
    }

    void active(SrsUri server, String srsCallId) {
        log(Level.INFO, "active at " + server + ", Call-ID of the recording session " + srsCallId);
    }

    void moved(RecordingMove move, String srsCallId) {
        log(
                Level.WARNING,
                "moved from " + move.from() + " to " + move.to() + ", Call-ID of the recording session " + srsCallId
                        + ": nothing was recorded for " + move.gap().toMillis()
                        + " ms, and maybe nothing since the last sign of life at " + move.heardAt());
    }

    void paused() {
        log(Level.INFO, "paused: no media is sent");
    }

    void resumed() {
        log(Level.INFO, "resumed");
    }

    void notDone(String why) {
        log(
                Level.WARNING,
                "pausing, resuming or following the call went wrong: " + why
                        + "; the state that is shown is the true one");
    }

    void silent(Duration quiet, String why) {
        log(
                Level.WARNING,
                "no packet of the call was copied for " + quiet.toMillis() + " ms"
                        + (why.isEmpty() ? "" : ": " + why)
                        + "; check that the phones' RTP reaches the media relay (firewall, NAT, siprec.media.address), and that"
                        + " the relay still runs and knows the call");
    }

    void recovered() {
        log(Level.INFO, "packets of the call are copied again");
    }

    void announced(Sound sound) {
        log(Level.INFO, "the parties hear: " + sound.name());
    }

    void unannounced(String why) {
        log(
                Level.WARNING,
                "the parties do not both hear that they are recorded: " + why
                        + "; the recording goes on; give notice otherwise, or have the call agree on a codec that the media relay"
                        + " can make");
    }

    /** The end, which is bad news when there is something that can be done about it. */
    void over(Ending ending, Duration active) {
        String what = (active == null ? "was never active: " : "stopped after " + active.toMillis() + " ms: ")
                + ending.reason()
                + (ending.detail() == null ? "" : ", " + ending.detail());
        String advice = ADVICE.get(ending.reason());
        if (advice == null) {
            log(Level.INFO, what);
        } else {
            log(Level.WARNING, what + "; the call is not affected; " + advice);
        }
    }

    void staysAsItWas(String why) {
        log(Level.WARNING, "the server wants other media, which the relay can not send: " + why + "; nothing changes");
    }

    void notFollowed(String failure) {
        log(
                Level.WARNING,
                "the call has changed, and the media relay does not tell how: " + failure
                        + "; the server gets what it got before");
    }

    void notUnsubscribed(String failure) {
        log(
                Level.WARNING,
                "the media relay did not end the copy: " + failure + "; it goes when the call is deleted there");
    }

    void unexpected(RecordingPhase phase, RecordingEventKind event) {
        log(Level.WARNING, event + " can not happen while " + phase + "; ignored; report it as a bug");
    }

    void threw(String what, Throwable bug) {
        LOG.log(Level.ERROR, harmless(prefix + what + " threw; the call is not affected; report it as a bug"), bug);
    }

    private void log(Level level, String what) {
        if (LOG.isLoggable(level)) {
            LOG.log(level, harmless(prefix + what));
        }
    }

    /** Without line ends and other controls, which a stranger's text might hold. */
    private static String harmless(String text) {
        return text.chars().noneMatch(Character::isISOControl) ? text : withoutControls(text);
    }

    private static String withoutControls(String text) {
        return text.codePoints()
                .map(each -> Character.isISOControl(each) ? '?' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
