package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/** What the contract of a relay is written with: real parties on this machine, and calls between them. */
abstract class RelayTestGround {

    protected static final RelayCall CALL = new RelayCall("call-1");

    private static final String LOOPBACK = "127.0.0.1";

    private final List<TestParty> parties = new ArrayList<>();

    protected TestParty caller;
    protected TestParty callee;

    /** What a relay of some other make may be unable to do by its nature. */
    protected enum Ability {
        /** Carry media to the offerer before anything has been answered. */
        MEDIA_BEFORE_ANY_ANSWER,
        /** Send RTCP to another port than the one after the RTP port. */
        RTCP_TO_ANY_PORT,
        /** Know RTCP from RTP at a port that both share. */
        SHARED_PORTS_TOLD_APART,
        /** Send nothing to a side whose description has the address {@code 0.0.0.0}. */
        SILENCE_AT_HELD_ADDRESSES,
        /** Say in the offer which ports a copy will come from. */
        COPY_PORTS_KNOWN,
        /** Pass on what a recorder reports of a stream to the party that sends it. */
        REPORTS_PASSED_ON,
        /** Say how many bytes a stream has had. */
        BYTES_COUNTED,
        /** Change the payload types of a copy, and leave some out. */
        PAYLOAD_TYPES,
        /** Copy audio in another codec than that of the call. */
        TRANSCODING,
        /** Copy media as SRTP, and SRTP as something else. */
        ENCRYPTION,
        /** Let parties hear what this process makes. */
        TONES,
        /** Copy what a party is let hear. */
        RECORDED_SOUNDS
    }

    /** What the relay under test can not do; the tests of it are skipped and say so. */
    protected Set<Ability> lacking() {
        return Set.of();
    }

    protected final void needs(Ability ability) {
        assumeFalse(lacking().contains(ability), () -> "not in the nature of this relay: " + ability);
    }

    protected final void assertComesFrom(int port, TestParty.Packet packet) {
        if (!lacking().contains(Ability.COPY_PORTS_KNOWN)) {
            assertThat(packet.sourcePort()).isEqualTo(port);
        }
    }

    /** The relay under test; it has {@code 127.0.0.1} for its IPv4 address. */
    protected abstract MediaRelay relay();

    @BeforeEach
    void openParties() throws Exception {
        caller = party();
        callee = party();
    }

    @AfterEach
    void closeParties() {
        parties.forEach(TestParty::close);
    }

    protected final TestParty party() throws Exception {
        TestParty party = TestParty.at(LOOPBACK);
        parties.add(party);
        return party;
    }

    /** The relay's descriptions of one exchange: the offer for the answerer and the answer for the offerer. */
    protected record Legs(SessionDescription offered, SessionDescription answered) {

        int towardsCaller(int line) {
            return port(answered, line);
        }

        int towardsCallee(int line) {
            return port(offered, line);
        }
    }

    protected final Legs answeredCall() throws Exception {
        return answeredCall(audio(caller), audio(callee));
    }

    protected final Legs answeredCall(SessionDescription offer, SessionDescription answer) throws Exception {
        return exchange(Side.CALLER, offer, answer);
    }

    protected final Legs exchange(Side offerer, SessionDescription offer, SessionDescription answer) throws Exception {
        return new Legs(done(relay().offer(CALL, offerer, offer)), done(relay().answer(CALL, offerer.other(), answer)));
    }

    protected static SessionDescription answer(TestParty first, TestParty second) {
        return sdp(
                first.connection(),
                line("audio", first.port(), "0 8", "a=recvonly"),
                line("audio", second.port(), "0 8", "a=recvonly"));
    }

    protected static SessionDescription audioAndVideo(TestParty phone, TestParty camera) {
        return sdp(
                phone.connection(),
                line("audio", phone.port(), "0"),
                line("video", camera.port(), "96", "a=rtpmap:96 VP8/90000"));
    }

    protected static void assertRefused(RelayException.Kind kind, CompletionStage<?> stage) {
        assertThatThrownBy(() -> done(stage))
                .cause()
                .isInstanceOfSatisfying(RelayException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(kind));
    }

    protected static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
}
