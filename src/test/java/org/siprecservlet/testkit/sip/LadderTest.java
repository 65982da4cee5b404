package org.siprecservlet.testkit.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final InetSocketAddress ALICE = new InetSocketAddress("127.0.0.1", 1);
    private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 2);
    private static final InetSocketAddress BOB = new InetSocketAddress("127.0.0.1", 3);

    private final Trace trace = new Trace(InstantSource.fixed(Instant.EPOCH));

    @Test
    void drawsAnArrowForEachMessage() {
        trace.name("alice", ALICE).name("server", SERVER).name("bob", BOB);
        trace.sent(
                Transport.UDP,
                ALICE,
                SERVER,
                Edit.sdp("v=0\r\n").apply(invite()).toBytes());
        trace.sent(Transport.TCP, SERVER, BOB, invite().toBytes());
        byte[] ringing = SipMessage.response(180).with("CSeq", "1 INVITE").toBytes();
        trace.sent(Transport.TCP, BOB, ALICE, ringing);
        trace.sent(Transport.TCP, BOB, ALICE, ringing);

        assertThat(Ladder.of(trace).withBodies())
                .hasToString(
                        """
                             alice               server                 bob
                               |                    |                    |
                   0 ms udp    |--- INVITE [sdp] -->|                    |
                                : v=0
                   0 ms tcp    |                    |--- INVITE -------->|
                   0 ms tcp    |<-- 180 Ringing (INVITE) ----------------|
                   0 ms tcp    |<-- 180 Ringing (INVITE) (again) --------|
                """);
    }

    @Test
    void putsTheColumnsInTheOrderAskedFor() {
        trace.name("alice", ALICE).name("bob", BOB);
        trace.sent(Transport.UDP, ALICE, BOB, invite().toBytes());

        String ladder = Ladder.of(trace).columns("bob").toString();

        assertThat(ladder.indexOf("bob")).isLessThan(ladder.indexOf("alice"));
        assertThat(ladder).contains("|<-- INVITE ");
    }

    @Test
    void showsWhatIsNoMessage() {
        trace.sent(Transport.UDP, ALICE, BOB, new byte[3]);

        assertThat(Ladder.of(trace)).asString().contains("127.0.0.1:3", "(3 odd octets)");
    }

    private static SipMessage invite() {
        return SipMessage.request("INVITE", "sip:bob@host").with("CSeq", "1 INVITE");
    }
}
