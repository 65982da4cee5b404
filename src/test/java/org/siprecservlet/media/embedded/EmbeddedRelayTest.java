package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.MediaRelayContract;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.Rtp;
import org.siprecservlet.media.Subscription;
import org.siprecservlet.media.TestParty;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

class EmbeddedRelayTest extends MediaRelayContract {

    private static final PortRange RANGE = new PortRange(42000, 42999);
    private static final Connection HERE = new Connection(AddressFamily.IP4, "127.0.0.1");

    private EmbeddedRelay relay;

    @BeforeEach
    void openRelay() throws Exception {
        relay = relay(RANGE, "127.0.0.1", "::1");
    }

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    @Override
    protected Set<Ability> lacking() {
        return EnumSet.of(Ability.TRANSCODING, Ability.ENCRYPTION);
    }

    @Override
    protected MediaRelay relay() {
        return relay;
    }

    @Test
    void freesEverythingWhenACallIsDeleted() throws Exception {
        Legs legs = answeredCall();
        Subscription copy = new Subscription(CALL, "copy");
        done(relay.subscribe(copy));
        assertThat(relay.portsInUse()).isEqualTo(8);

        done(relay.delete(CALL));

        assertThat(relay.portsInUse()).isZero();
        assertThat(relay.callsInProgress()).isZero();
        bindable(legs.offered().media().get(0).port());
        caller.sendRtp(Rtp.packet(0, 1), legs.answered().media().get(0).port());
    }

    @Test
    void sendsACopyFromTheAddressThatIsNamed() throws Exception {
        answeredCall();
        Subscription copy = new Subscription(CALL, "copy", InetAddress.getByName("::1"));

        assertThat(done(relay.subscribe(copy)).sdp().lines()).contains("c=IN IP6 ::1");
    }

    @Test
    @Requirement("RTP-12")
    void goesOnCopyingASourceThatStartsAnew() throws Exception {
        Legs legs = answeredCall();
        byte[] anew = ByteBuffer.wrap(Rtp.packet(0, 9)).putInt(8, 0xBEEF).array();
        try (TestParty recorder = copied()) {
            caller.sendRtp(Rtp.packet(0, 1), legs.answered().media().get(0).port());
            assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
            caller.sendRtp(anew, legs.answered().media().get(0).port());

            assertThat(recorder.receiveRtp().content()).isEqualTo(anew);
        }
    }

    /** Packet types of RFC 3550: 202 has the name of a source, 203 its end. */
    @ParameterizedTest
    @ValueSource(ints = {202, 203})
    @Requirement({"RTP-10", "RTP-21"})
    void copiesNamesAndEndsOfSourcesAsTheyAre(int type) throws Exception {
        Legs legs = answeredCall();
        byte[] packet = ByteBuffer.wrap(Rtp.report(7)).put(1, (byte) type).array();
        try (TestParty recorder = copied()) {
            caller.sendRtcp(packet, legs.answered().media().get(0).port() + 1);

            assertThat(recorder.receiveRtcp().content()).isEqualTo(packet);
        }
    }

    private TestParty copied() throws Exception {
        Subscription copy = new Subscription(CALL, "copy");
        TestParty recorder = TestParty.at("127.0.0.1");
        done(relay.subscribe(copy));
        done(relay.connect(copy, sdp(recorder)));
        return recorder;
    }

    @Test
    void freesThePortsOfACopyThatEnds() throws Exception {
        answeredCall();
        Subscription copy = new Subscription(CALL, "copy");
        done(relay.subscribe(copy));

        done(relay.unsubscribe(copy));
        done(relay.unsubscribe(copy));

        assertThat(relay.portsInUse()).isEqualTo(4);
    }

    @Test
    void freesThePortsOfALineThatIsRejected() throws Exception {
        answeredCall(sdp(audio(5000), video(5002)), sdp(audio(5004), video(0)));

        assertThat(relay.portsInUse()).isEqualTo(4);
    }

    @Test
    void forgetsACallWhoseOnlyOfferIsWithdrawn() throws Exception {
        done(relay.offer(CALL, Side.CALLER, sdp(audio(5000))));

        done(relay.withdraw(CALL, Side.CALLER));

        assertThat(relay.portsInUse()).isZero();
        assertThat(relay.callsInProgress()).isZero();
    }

    @Test
    void freesWhatOnlyAWithdrawnOfferNeeded() throws Exception {
        answeredCall();
        done(relay.offer(CALL, Side.CALLEE, sdp(audio(5000), video(5002))));

        done(relay.withdraw(CALL, Side.CALLEE));

        assertThat(relay.portsInUse()).isEqualTo(4);
    }

    @Test
    void refusesAnOfferWhenThePortsAreUsedUp() throws Exception {
        PortRange two = freeRange(2);
        try (EmbeddedRelay small = relay(two, "127.0.0.1")) {
            done(small.offer(CALL, Side.CALLER, sdp(audio(5000))));

            assertRefused(RelayException.Kind.NO_PORTS, small.offer(CALL, Side.CALLER, sdp(audio(5000), video(5002))));

            assertThat(small.portsInUse()).isZero();
            assertThat(small.callsInProgress()).isZero();
        }
    }

    @Test
    void leavesTheCallAsItWasWhenThereAreNoPortsForACopy() throws Exception {
        PortRange three = freeRange(3);
        try (EmbeddedRelay small = relay(three, "127.0.0.1")) {
            done(small.offer(CALL, Side.CALLER, sdp(audio(5000))));
            done(small.answer(CALL, Side.CALLEE, sdp(audio(5000))));

            assertRefused(RelayException.Kind.NO_PORTS, small.subscribe(new Subscription(CALL, "copy")));

            assertThat(small.portsInUse()).isEqualTo(4);
        }
    }

    @Test
    void goesPastPortsThatSomethingElseHolds() throws Exception {
        PortRange three = freeRange(3);
        InetSocketAddress held = new InetSocketAddress("127.0.0.1", three.first() + 3);
        try (DatagramSocket other = new DatagramSocket(held);
                EmbeddedRelay small = relay(three, "127.0.0.1")) {
            SessionDescription offered = done(small.offer(CALL, Side.CALLER, sdp(audio(5000))));
            SessionDescription answered = done(small.answer(CALL, Side.CALLEE, sdp(audio(5000))));

            assertThat(other.isBound()).isTrue();
            assertThat(List.of(
                            offered.media().get(0).port(),
                            answered.media().get(0).port()))
                    .containsExactlyInAnyOrder(three.first(), three.first() + 4);
            assertThat(small.portsInUse()).isEqualTo(4);
        }
    }

    @Test
    void refusesAFamilyItHasNoAddressOf() throws Exception {
        Connection other = new Connection(AddressFamily.IP6, "::1");
        try (EmbeddedRelay ip4 = relay(RANGE, "127.0.0.1")) {
            SessionDescription offer = sdp(audio(5000)).withConnection(other);

            assertRefused(RelayException.Kind.UNUSABLE_DESCRIPTION, ip4.offer(CALL, Side.CALLER, offer));
            assertThat(ip4.callsInProgress()).isZero();
        }
    }

    @Test
    void carriesIpv6() throws Exception {
        try (TestParty one = ip6Party();
                TestParty other = ip6Party()) {
            Legs legs = answeredCall(sdp(one), sdp(other));

            one.sendRtp(Rtp.packet(0, 1), legs.answered().media().get(0).port());

            assertThat(other.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
            assertThat(legs.offered().ownConnection().orElseThrow().family()).isEqualTo(AddressFamily.IP6);
        }
    }

    @Test
    void movesAPartyFromIpv4ToIpv6() throws Exception {
        try (TestParty moved = ip6Party()) {
            Legs before = answeredCall();

            Legs after = exchange(Side.CALLER, sdp(moved), sdp(callee));
            moved.sendRtp(Rtp.packet(0, 1), after.answered().media().get(0).port());
            assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
            callee.sendRtp(Rtp.packet(0, 2), before.offered().media().get(0).port());

            assertThat(moved.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
            assertThat(after.offered().ownConnection()).contains(HERE);
            assertThat(relay.portsInUse()).isEqualTo(4);
        }
    }

    @Test
    void countsPacketsOfEachStream() throws Exception {
        Legs legs = answeredCall();
        caller.sendRtp(Rtp.packet(0, 1), legs.answered().media().get(0).port());
        callee.receiveRtp();
        caller.sendRtcp(Rtp.report(1), legs.answered().media().get(0).port() + 1);
        callee.receiveRtcp();

        assertThat(done(relay.counts(CALL)))
                .containsExactly(
                        new StreamCount(0, Side.CALLER, 1, 1, 0, 0), new StreamCount(0, Side.CALLEE, 0, 0, 0, 0));
    }

    @Test
    void refusesEverythingOnceClosed() throws Exception {
        answeredCall();

        relay.close();

        assertThat(relay.portsInUse()).isZero();
        assertRefused(RelayException.Kind.BROKEN, relay.offer(CALL, Side.CALLER, sdp(audio(5000))));
    }

    private static TestParty ip6Party() throws Exception {
        assumeTrue(
                new PortRange(1024, 65535)
                        .verifyUsable(InetAddress.getByName("::1"))
                        .isEmpty(),
                "this machine has no IPv6");
        return TestParty.at("::1");
    }

    private static EmbeddedRelay relay(PortRange range, String... addresses) throws Exception {
        List<InetAddress> parsed = new ArrayList<>();
        for (String address : addresses) {
            parsed.add(InetAddress.getByName(address));
        }
        return new EmbeddedRelay(new RelayAddresses(parsed), range, new Random(1));
    }

    /** Pairs in a row that nothing on this machine holds at the moment. */
    private static PortRange freeRange(int pairs) throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        for (int first = RANGE.last() + 1 - 2 * pairs; first >= RANGE.first(); first -= 2) {
            if (isFree(loopback, first, first + 2 * pairs)) {
                return new PortRange(first, first + 2 * pairs - 1);
            }
        }
        throw new IllegalStateException("no " + pairs + " pairs in a row are free in " + RANGE);
    }

    private static boolean isFree(InetAddress address, int from, int to) {
        for (int port = from; port < to; port += 2) {
            if (new PortRange(port, port + 1).verifyUsable(address).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static void bindable(int port) throws Exception {
        new DatagramSocket(new InetSocketAddress("127.0.0.1", port)).close();
    }

    private static SessionDescription sdp(TestParty party) {
        return sdp(audio(party.port())).withConnection(party.connection());
    }

    private static SessionDescription sdp(MediaDescription... lines) {
        return new SessionDescription(List.of("v=0", "c=" + HERE), List.of(lines));
    }

    private static MediaDescription audio(int port) {
        return new MediaDescription(List.of("m=audio " + port + " RTP/AVP 0"));
    }

    private static MediaDescription video(int port) {
        return new MediaDescription(List.of("m=video " + port + " RTP/AVP 96"));
    }
}
