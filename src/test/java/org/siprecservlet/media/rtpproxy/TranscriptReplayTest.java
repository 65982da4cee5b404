package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.DatagramControl;
import org.siprecservlet.media.control.HandAlarm;

/** What goes over the wire is what a real RTPProxy was asked and answered. */
class TranscriptReplayTest {

    private static final MediaSession CALL = new MediaSession("call1", "ftagA", "ttagB", 1);
    private static final Target CALLER = new Target("127.0.0.1", 43000);
    private static final Target CALLEE = new Target("127.0.0.1", 43002);
    private static final Target RECORDER = new Target("127.0.0.1", 43010);

    static final List<String> TRANSCRIPTS = Transcript.NAMES;

    @ParameterizedTest
    @FieldSource("TRANSCRIPTS")
    void sendsEveryCommandAndReadsEveryReplyAsTheRealOneDid(String name) throws Exception {
        Transcript transcript = Transcript.named(name);
        ReplayingRtpProxy proxy = new ReplayingRtpProxy(transcript.exchanges());
        Iterator<String> cookies =
                transcript.exchanges().stream().map(Transcript.Exchange::cookie).iterator();
        DatagramControl control =
                new DatagramControl(proxy, cookies::next, (delay, task) -> () -> {}, () -> NoReply.of("udp:replay"));

        for (Transcript.Exchange exchange : transcript.exchanges()) {
            CompletableFuture<String> reply = control.send(exchange.command()).toCompletableFuture();
            if (exchange.reply() == null) {
                assertThat(reply).isNotDone();
            } else {
                assertThat(reply).isCompletedWithValue(exchange.result());
            }
        }
        assertThat(proxy.isOver()).isTrue();
    }

    @Test
    void failsWhenTheRealOneWasDown() {
        Transcript.Exchange down = Transcript.all()
                .filter(exchange -> exchange.reply() == null)
                .findFirst()
                .orElseThrow();
        HandAlarm time = new HandAlarm();
        DatagramControl control = new DatagramControl(
                new ReplayingRtpProxy(Collections.nCopies(DatagramControl.WAITS.size(), down)),
                down::cookie,
                time,
                () -> NoReply.of("udp:replay"));

        CompletableFuture<String> reply = control.send(down.command()).toCompletableFuture();
        time.pass(Duration.ofSeconds(3));

        assertThatThrownBy(reply::get)
                .cause()
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void writesCommandsAsTheRealOneTookThem() {
        assertAsked(Command.version());
        assertAsked(Command.hasFeature("20200226"));
        assertAsked(Command.open(new MediaSession("early", "ftagA", "ttagB", 1), CALLER));
        assertAsked(Command.moveOpener(CALL, CALLER));
        assertAsked(Command.moveOther(new MediaSession("early", "ftagA", "ttagB", 1), CALLEE));
        assertAsked(Command.copy(CALL, "ftagA", RECORDER));
        assertAsked(Command.copy(CALL, "ttagB", new Target("127.0.0.1", 43012)));
        assertAsked(Command.endCopy(CALL, "ftagA"));
        assertAsked(Command.endCopy(CALL, "ttagB"));
        assertAsked(Command.query(CALL));
        assertAsked(Command.endAll(CALL));
        assertAsked(Command.fork(
                new MediaSession("rec2", "rA", "rB", 1),
                new Target("127.0.0.1", 43014),
                new Target("127.0.0.1", 43016),
                new MediaSession("m2", "ftagA", "ttagB", 1)));
    }

    private static void assertAsked(Command command) {
        assertThat(Transcript.all().map(Transcript.Exchange::command)).contains(command.text());
    }

    @Test
    void understandsEveryReplyOfPorts() {
        assertThat(Transcript.all()
                        .filter(exchange -> exchange.reply() != null)
                        .filter(exchange -> exchange.command().matches("[UL][a-z0-9,]* .*"))
                        .map(exchange -> new Reply(exchange.result()))
                        .filter(reply -> reply.error().isEmpty()))
                .isNotEmpty()
                .allSatisfy(reply -> assertThat(reply.ports()).isNotEmpty());
    }

    @Test
    void knowsTheSidesByTheirTags() {
        MediaSession session = MediaSession.opened("call", Side.CALLEE, 2);

        assertThat(session.tags()).isEqualTo("callee;2 caller;2");
        assertThat(session.tagsFrom("caller")).isEqualTo("caller;2 callee;2");
    }
}
