package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PeerTest {

    private static final InetSocketAddress ANNOUNCED = new InetSocketAddress("192.0.2.1", 5004);
    private static final InetSocketAddress BEHIND_NAT = new InetSocketAddress("198.51.100.7", 31000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("203.0.113.9", 9);

    private final Peer peer = new Peer();

    @Test
    void isUnknownAtFirst() {
        assertThat(peer.target()).isNull();
    }

    @Test
    void isWhereItSaysUntilAPacketComes() {
        peer.announce(ANNOUNCED, false);

        assertThat(peer.target()).isEqualTo(ANNOUNCED);
    }

    @Test
    void isWhereTheFirstPacketCameFrom() {
        peer.announce(ANNOUNCED, false);

        assertThat(peer.accepts(BEHIND_NAT)).isTrue();
        assertThat(peer.target()).isEqualTo(BEHIND_NAT);
        assertThat(peer.accepts(STRANGER)).isFalse();
        assertThat(peer.target()).isEqualTo(BEHIND_NAT);
    }

    @Test
    void comesBackToWhereItSaysWhenPacketsComeFromThere() {
        peer.announce(ANNOUNCED, false);
        peer.accepts(STRANGER);

        assertThat(peer.accepts(ANNOUNCED)).isTrue();
        assertThat(peer.target()).isEqualTo(ANNOUNCED);
        assertThat(peer.accepts(STRANGER)).isFalse();
    }

    @Test
    void staysWhereItIsWhenItSaysTheSameAgain() {
        peer.announce(ANNOUNCED, false);
        peer.accepts(BEHIND_NAT);

        peer.announce(ANNOUNCED, false);

        assertThat(peer.target()).isEqualTo(BEHIND_NAT);
        assertThat(peer.accepts(STRANGER)).isFalse();
    }

    @Test
    void isLearnedAnewWhenItSaysItMoved() {
        peer.announce(STRANGER, false);
        peer.accepts(STRANGER);

        peer.announce(ANNOUNCED, false);

        assertThat(peer.target()).isEqualTo(ANNOUNCED);
        assertThat(peer.accepts(BEHIND_NAT)).isTrue();
        assertThat(peer.target()).isEqualTo(BEHIND_NAT);
    }

    @Test
    void getsNothingWhileHeldButMaySend() {
        peer.announce(null, true);

        assertThat(peer.accepts(BEHIND_NAT)).isTrue();
        assertThat(peer.target()).isNull();

        peer.announce(ANNOUNCED, false);

        assertThat(peer.target()).isEqualTo(ANNOUNCED);
    }
}
