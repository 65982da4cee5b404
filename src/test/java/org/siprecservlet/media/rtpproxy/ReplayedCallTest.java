package org.siprecservlet.media.rtpproxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.control.DatagramControl;
import org.siprecservlet.media.control.HandAlarm;
import org.siprecservlet.media.control.InTurn;

/** The steps of a call are those of the transcripts, in their order. */
class ReplayedCallTest {

    private static final Target CALLER = new Target("127.0.0.1", 43000);
    private static final Target CALLEE = new Target("127.0.0.1", 43002);

    private static ReplayingRtpProxy transcript(String name, String first, String last) {
        return new ReplayingRtpProxy(Transcript.named(name).between(first, last));
    }

    private static Node node(ReplayingRtpProxy proxy) {
        return new Node(
                "udp:replay",
                new DatagramControl(proxy, () -> "our_1", new HandAlarm(), () -> NoReply.of("udp:replay")));
    }

    private static <T> T now(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isCompleted();
        return stage.toCompletableFuture().join();
    }

    private static Target recorder(int port) {
        return new Target("127.0.0.1", port);
    }

    @Test
    void carriesACallAndCopiesBothSides() {
        ReplayingRtpProxy proxy = transcript("03-more-cases", "5691_1", "5691_4")
                .calling("caller", "fA")
                .calling("callee", "tB");
        Node node = node(proxy);
        ProxiedLine line = new ProxiedLine(node, "tr", 1);

        now(line.open(Side.CALLER, CALLER));
        now(line.move(Side.CALLEE, CALLEE));
        now(new DirectCopy(node, line).send(new Targets(recorder(43010), recorder(43012))));

        assertThat(line.portTowards(Side.CALLEE)).isEqualTo(42092);
        assertThat(line.portTowards(Side.CALLER)).isEqualTo(42850);
        assertThat(proxy.isOver()).isTrue();
    }

    @Test
    void servesASecondRecorderAndEndsEverything() {
        ReplayingRtpProxy proxy = transcript("02-play-timeout-early-subcommands", "11648_19", "11648_24")
                .calling("fork 127.0.0.1 43014 caller;1 callee;1", "rec2 127.0.0.1 43014 rA;1 rB;1")
                .calling("fork caller callee", "rec2 rA rB")
                .calling("caller", "ftagA")
                .calling("callee", "ttagB");
        Node node = node(proxy);
        ProxiedLine line = new ProxiedLine(node, "m2", 1);
        ForkedCopy second = new ForkedCopy(node, line, new InTurn(), new HandAlarm(), "fork");

        now(line.open(Side.CALLER, CALLER));
        now(line.move(Side.CALLEE, CALLEE));
        now(new DirectCopy(node, line).send(new Targets(recorder(43010), Target.NONE)));
        now(second.send(new Targets(recorder(43014), recorder(43016))));
        now(second.send(Targets.NONE));
        now(node.end(Command.endAll(line.session())));

        assertThat(proxy.isOver()).isTrue();
    }

    @Test
    void movesACopyByEndingItFirst() {
        List<Transcript.Exchange> script = Transcript.named("01-session-copy").between("9485_34", "9485_36");
        ReplayingRtpProxy proxy = new ReplayingRtpProxy(script);
        Node node = node(proxy);
        MediaSession session = new MediaSession("call1", "ftagA", "ttagB", 1);

        now(node.run(Command.copy(session, "ftagA", recorder(43010))));
        now(node.end(Command.endCopy(session, "ftagA")));
        now(node.run(Command.copy(session, "ftagA", recorder(43016))));

        assertThat(proxy.isOver()).isTrue();
    }

    @Test
    @Requirement("IND-14")
    void letsOneSideHearAFileAndEndsItForTheOther() {
        MediaSession session = new MediaSession("early", "ftagA", "ttagB", 1);
        ReplayingRtpProxy proxy = transcript("02-play-timeout-early-subcommands", "11648_7", "11648_9");
        Node node = node(proxy);

        now(node.run(Command.play(session, "ftagA", "/media/prompt", List.of("0", "8"))));
        now(node.run(Command.play(session, "ttagB", "/media/prompt", List.of("0", "8"))));
        now(node.end(Command.hush(session, "ttagB")));

        assertThat(proxy.isOver()).isTrue();
    }

    @Test
    void seesThatACallIsGone() {
        ReplayingRtpProxy proxy = transcript("02-play-timeout-early-subcommands", "11648_28", "11648_28");

        assertThat(now(node(proxy).has(new MediaSession("to1", "ftagA", "ttagB", 1))))
                .isFalse();
    }

    @Test
    void endsACopyTwiceWithoutComplaint() {
        ReplayingRtpProxy proxy = transcript("01-session-copy", "9485_29", "9485_30");
        Node node = node(proxy);
        MediaSession session = new MediaSession("call1", "ftagA", "ttagB", 1);

        now(node.end(Command.endCopy(session, "ttagB")));
        now(node.end(Command.endCopy(session, "ftagA")));

        assertThat(proxy.isOver()).isTrue();
    }
}
