package org.siprecservlet.testkit.recorder;

import static org.siprecservlet.testkit.sip.Edit.header;
import static org.siprecservlet.testkit.sip.Edit.multipart;
import static org.siprecservlet.testkit.sip.Edit.sdp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sip.BodyPart;
import org.siprecservlet.testkit.sip.Edit;

/**
 * What a recorder does with an INVITE that opens a recording session. It is played on the recorder's own thread and
 * must not wait; {@link RecordedSession#later} and {@link RecordedSession#afterAck} are for what comes later.
 */
@FunctionalInterface
public interface Behaviour {

    void play(RecordedSession session);

    /** 200 with all lines taken: the good recorder. */
    static Behaviour accept() {
        return RecordedSession::accept;
    }

    /** 200 with lines that are not those of a good answer. */
    static Behaviour acceptWith(UnaryOperator<List<MediaLine>> change) {
        return session -> session.acceptWith(change);
    }

    static Behaviour refuse(int status, Edit... edits) {
        return session -> session.call().respond(status, edits);
    }

    static Behaviour redirectTo(String uri) {
        return refuse(302, header("Contact", "<" + uri + ">"));
    }

    /** 100 at once, and the good answer after a while unless a CANCEL was quicker. */
    static Behaviour acceptAfter(Duration delay) {
        return session -> {
            session.call().respond(100);
            session.later(delay, session::accept);
        };
    }

    /** Not even a 100. */
    static Behaviour staySilent() {
        return session -> {};
    }

    /** A provisional response (100, 180) and nothing more; the test may go on with {@code session.accept()}. */
    static Behaviour onlyProvisional(int status) {
        return session -> session.call().respond(status);
    }

    static Behaviour acceptWithoutSdp() {
        return session -> session.call().respond(200);
    }

    /** An answer with that many lines, cut short or filled up with copies of the last. */
    static Behaviour acceptWithLines(int count) {
        return acceptWith(lines -> {
            List<MediaLine> wrong = new ArrayList<>(lines.subList(0, Math.min(count, lines.size())));
            while (wrong.size() < count) {
                wrong.add(lines.get(lines.size() - 1));
            }
            return wrong;
        });
    }

    /** Takes all lines but one, which gets port 0. The first is number 1. */
    static Behaviour rejectLine(int number) {
        return acceptWith(lines -> {
            List<MediaLine> changed = new ArrayList<>(lines);
            changed.set(number - 1, rejected(lines.get(number - 1)));
            return changed;
        });
    }

    static Behaviour rejectAllLines() {
        return acceptWith(lines -> lines.stream().map(Behaviour::rejected).toList());
    }

    private static MediaLine rejected(MediaLine line) {
        return line.withPort(0).inactive();
    }

    /** Takes all lines, but is not ready for any yet (RFC 7866 section 7.2). */
    static Behaviour acceptInactive() {
        return acceptWith(lines -> lines.stream().map(MediaLine::inactive).toList());
    }

    /** Takes only these payload types of those offered. */
    static Behaviour acceptOnly(int... payloadTypes) {
        List<String> wanted =
                IntStream.of(payloadTypes).mapToObj(Integer::toString).toList();
        return acceptWith(lines -> lines.stream().map(l -> narrowed(l, wanted)).toList());
    }

    private static MediaLine narrowed(MediaLine line, List<String> wanted) {
        return line.withFormats(line.formats().stream().filter(wanted::contains).toList());
    }

    /** The good answer as one part of a multipart body. */
    static Behaviour acceptMultipart() {
        BodyPart remark = BodyPart.of("text/plain", "", "a remark of the recorder");
        Edit wrap = m -> multipart(BodyPart.of("application/sdp", "session", m.sdp()), remark)
                .apply(m);
        return session -> session.acceptWith(lines -> lines, wrap);
    }

    /** Two 200 with different To tags, as if a proxy had forked the INVITE to two recorders. */
    static Behaviour acceptTwice() {
        return session -> {
            session.accept();
            session.call().respondAs("second-recorder", 200, sdp(session.answerSdp()));
        };
    }

    /** The good answer, and a BYE as soon as the ACK is there. */
    static Behaviour acceptThenHangUp() {
        return session -> {
            session.accept();
            session.afterAck(() -> session.dialog().bye());
        };
    }

    static Behaviour acceptWithBrokenSdp() {
        return session -> session.call().respond(200, sdp("v=zero\r\nm=audio many RTP/AVP\r\nno line at all"));
    }
}
