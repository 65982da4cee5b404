package org.siprecservlet.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final InetSocketAddress ALICE = new InetSocketAddress("127.0.0.1", 1);
    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 2);
    private static final InetSocketAddress BOB = new InetSocketAddress("127.0.0.1", 3);

    private Instant now = Instant.EPOCH;
    private final Trace trace = new Trace(() -> now);

    @Test
    void drawsAnArrowForEachMessage() {
        nameParties();
        send(Transport.UDP, ALICE, SERVER, Edit.sdp("v=0\r\n").apply(invite()));
        now = now.plusMillis(4);
        send(Transport.TCP, SERVER, BOB, invite());
        SipMessage ringing = SipMessage.response(180).with("CSeq", "1 INVITE");
        send(Transport.TCP, BOB, ALICE, ringing);
        now = now.plusMillis(12_345);
        send(Transport.TCP, BOB, ALICE, ringing);

        assertThat(Ladder.of(trace))
                .hasToString(
                        """
                                   alice             server            bob
                                     |                  |               |
                  1    0.000 udp     |-- INVITE [sdp] ->|               |
                  2    0.004 tcp     |                  |-- INVITE ---->|
                  3    0.004 tcp     |<-- 180 Ringing (INVITE) ---------|
                                     :                  :               :
                  4   12.349 tcp     |<-- 180 Ringing (INVITE) (again) -|
                """);
    }

    @Test
    void makesRoomForTheLongestLabelOnly() {
        nameParties();
        send(Transport.UDP, ALICE, SERVER, SipMessage.request("ANUNUSUALLYLONGMETHOD", "sip:bob@host"));
        send(Transport.UDP, SERVER, BOB, invite());

        assertThat(Ladder.of(trace)).asString().contains("|-- ANUNUSUALLYLONGMETHOD ->|", "|-- INVITE ---->|");
    }

    @Test
    void drawsMediaWhereItBegan() {
        nameParties();
        send(Transport.UDP, ALICE, SERVER, invite());
        now = now.plusMillis(20);
        send(Transport.UDP, SERVER, BOB, invite());

        String ladder = Ladder.of(trace)
                .withMedia(Instant.EPOCH.plusMillis(10), "server", "alice", "2 packets")
                .toString();

        assertThat(ladder.lines().skip(3).findFirst().orElseThrow()).contains("0.010 rtp", "|<== 2 packets ");
    }

    @Test
    void putsTheColumnsInTheOrderAskedFor() {
        nameParties();
        send(Transport.UDP, ALICE, BOB, invite());

        String ladder = Ladder.of(trace).columns("bob").toString();

        assertThat(ladder.indexOf("bob")).isLessThan(ladder.indexOf("alice"));
        assertThat(ladder).contains("|<-- INVITE ");
    }

    @Test
    void showsEachMessageInFullUnderItsNumber() {
        nameParties();
        send(Transport.UDP, ALICE, BOB, Edit.sdp("v=0\r\n").apply(invite()));
        send(Transport.UDP, ALICE, BOB, Edit.sdp("v=0\r\n").apply(invite()));

        assertThat(Ladder.of(trace).withMessages())
                .asString()
                .contains("\n--- 1: alice -> bob, UDP -----", "\nINVITE sip:bob@host SIP/2.0\n", "\n\nv=0\n")
                .contains("\n--- 2: alice -> bob, UDP, sent again ---");
    }

    @Test
    void showsWhatIsNoMessage() {
        trace.sent(Transport.UDP, ALICE, BOB, new byte[3]);

        assertThat(Ladder.of(trace)).asString().contains("127.0.0.1:3", "(3 odd octets)");
    }

    private void nameParties() {
        trace.name("alice", ALICE).name("server", SERVER).name("bob", BOB);
    }

    private void send(Transport transport, InetSocketAddress from, InetSocketAddress to, SipMessage message) {
        trace.sent(transport, from, to, message.toBytes());
    }

    private static SipMessage invite() {
        return SipMessage.request("INVITE", "sip:bob@host").with("CSeq", "1 INVITE");
    }
}
