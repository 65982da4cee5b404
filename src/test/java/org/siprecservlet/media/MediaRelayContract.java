package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** What every media relay has to do, shown with real sockets on this machine. */
public abstract class MediaRelayContract {

    protected static final RelayCall CALL = new RelayCall("call-1");

    private static final String LOOPBACK = "127.0.0.1";
    private static final Subscription COPY = new Subscription(CALL, "copy-1");

    private final List<TestParty> parties = new ArrayList<>();

    protected TestParty caller;
    protected TestParty callee;
    private TestParty recorder;
    private TestParty secondRecorder;

    /** The relay under test; it has {@code 127.0.0.1} for its IPv4 address. */
    protected abstract MediaRelay relay();

    @BeforeEach
    void openParties() throws Exception {
        caller = party();
        callee = party();
        recorder = party();
        secondRecorder = party();
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

    // The call

    @Test
    void carriesRtpBothWays() throws Exception {
        Legs legs = answeredCall();

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        callee.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));
        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void carriesRtcpBothWays() throws Exception {
        Legs legs = answeredCall();

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);
        assertThat(callee.receiveRtcp().content()).isEqualTo(Rtp.report(1));
        callee.sendRtcp(Rtp.report(2), legs.towardsCallee(0) + 1);
        assertThat(caller.receiveRtcp().content()).isEqualTo(Rtp.report(2));
    }

    @Test
    void sendsFromThePortsItAnnounced() throws Exception {
        Legs legs = answeredCall();

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        assertThat(callee.receiveRtp().sourcePort()).isEqualTo(legs.towardsCallee(0));
        assertThat(callee.receiveRtcp().sourcePort()).isEqualTo(legs.towardsCallee(0) + 1);
    }

    @Test
    void announcesEvenPorts() throws Exception {
        Legs legs = answeredCall();

        assertThat(legs.towardsCaller(0)).isEven();
        assertThat(legs.towardsCallee(0)).isEven().isNotEqualTo(legs.towardsCaller(0));
    }

    @Test
    void carriesRtcpThatSharesTheRtpPort() throws Exception {
        Legs legs = answeredCall(audio(caller, "a=rtcp-mux"), audio(callee, "a=rtcp-mux"));

        caller.sendRtp(Rtp.report(1), legs.towardsCaller(0));

        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.report(1));
        assertThat(legs.offered().media().get(0).hasRtcpMux()).isTrue();
    }

    @Test
    void sendsRtcpWhereTheDescriptionSays() throws Exception {
        TestParty elsewhere = party();
        Legs legs = answeredCall(audio(caller), audio(callee, "a=rtcp:" + elsewhere.rtcpPort()));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        assertThat(elsewhere.receiveRtcp().content()).isEqualTo(Rtp.report(1));
        assertThat(legs.answered().media().get(0).rtcp().orElseThrow().port()).isEqualTo(legs.towardsCaller(0) + 1);
    }

    @Test
    void carriesEveryLineOfACall() throws Exception {
        TestParty callersCamera = party();
        TestParty calleesCamera = party();
        Legs legs = answeredCall(audioAndVideo(caller, callersCamera), audioAndVideo(callee, calleesCamera));

        callersCamera.sendRtp(Rtp.packet(96, 1), legs.towardsCaller(1));
        caller.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));

        assertThat(calleesCamera.receiveRtp().content()).isEqualTo(Rtp.packet(96, 1));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void carriesEarlyMediaToTheCallerBeforeAnAnswer() throws Exception {
        SessionDescription offered = done(relay().offer(CALL, Side.CALLER, audio(caller)));

        callee.sendRtp(Rtp.packet(0, 1), port(offered, 0));

        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void letsALaterAnswerTakeThePlaceOfAnEarlierOne() throws Exception {
        TestParty otherCallee = party();
        Legs early = answeredCall();

        SessionDescription answered = done(relay().answer(CALL, Side.CALLEE, audio(otherCallee)));
        caller.sendRtp(Rtp.packet(0, 1), port(answered, 0));

        assertThat(otherCallee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(port(answered, 0)).isEqualTo(early.towardsCaller(0));
    }

    @Test
    void learnsWhereAPartyBehindANatReallyIs() throws Exception {
        TestParty announced = party();
        Legs legs = answeredCall(audio(announced), audio(callee));

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        callee.receiveRtp();
        callee.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));

        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void dropsPacketsOfStrangersOnceItKnowsTheParty() throws Exception {
        TestParty stranger = party();
        Legs legs = answeredCall();

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        stranger.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));
        caller.sendRtp(Rtp.packet(0, 3), legs.towardsCaller(0));

        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 3));
    }

    @Test
    void keepsItsPortsWhenTheCallIsRenegotiated() throws Exception {
        Legs before = answeredCall();

        Legs after = exchange(Side.CALLEE, audio(callee, "a=sendonly"), audio(caller, "a=recvonly"));

        assertThat(port(after.offered(), 0)).isEqualTo(before.towardsCaller(0));
        assertThat(port(after.answered(), 0)).isEqualTo(before.towardsCallee(0));
        assertThat(after.offered().media().get(0).lines()).contains("a=sendonly");
    }

    @Test
    void followsAPartyToItsNewAddress() throws Exception {
        TestParty newPhone = party();
        Legs legs = answeredCall();
        callee.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));
        caller.receiveRtp();

        exchange(Side.CALLEE, audio(newPhone), audio(caller));
        caller.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));

        assertThat(newPhone.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void keepsMediaAsItWasUntilAnOfferIsAnsweredAndWhenItIsWithdrawn() throws Exception {
        Legs legs = answeredCall();

        done(relay().offer(CALL, Side.CALLEE, audio(party())));
        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));

        done(relay().withdraw(CALL, Side.CALLEE));
        caller.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void leavesAnAnsweredExchangeAloneWhenThereIsNothingToWithdraw() throws Exception {
        Legs legs = answeredCall();

        done(relay().withdraw(CALL, Side.CALLER));
        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));

        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void goesOnWithTheOtherLinesWhenOneIsRejected() throws Exception {
        SessionDescription answer =
                sdp(callee.connection(), line("audio", callee.port(), "0 8"), line("video", 0, "96"));
        Legs legs = answeredCall(audioAndVideo(caller, party()), answer);

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));

        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(legs.towardsCaller(1)).isZero();
    }

    @Test
    void givesARejectedLinePortsAgainWhenItComesBack() throws Exception {
        TestParty callersCamera = party();
        TestParty calleesCamera = party();
        exchange(
                Side.CALLER,
                audioAndVideo(caller, callersCamera),
                sdp(callee.connection(), line("audio", callee.port(), "0"), line("video", 0, "96")));

        Legs legs = answeredCall(audioAndVideo(caller, callersCamera), audioAndVideo(callee, calleesCamera));
        callersCamera.sendRtp(Rtp.packet(96, 1), legs.towardsCaller(1));

        assertThat(calleesCamera.receiveRtp().content()).isEqualTo(Rtp.packet(96, 1));
    }

    @Test
    void keepsHoldByAddressAsItIs() throws Exception {
        Legs legs = answeredCall();
        Connection none = Connection.unspecified(AddressFamily.IP4);
        recorded(answer(recorder, secondRecorder));

        Legs held = exchange(Side.CALLER, sdp(none, line("audio", caller.port(), "0 8")), audio(callee));
        callee.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));
        secondRecorder.receiveRtp();
        exchange(Side.CALLER, audio(caller), audio(callee));
        callee.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));

        assertThat(held.offered().ownConnection()).contains(none);
        assertThat(port(held.offered(), 0)).isEqualTo(legs.towardsCallee(0));
        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void refusesToAnswerWhatWasNotOffered() {
        assertThatThrownBy(() -> done(relay().answer(CALL, Side.CALLEE, audio(callee))))
                .cause()
                .isInstanceOf(RelayException.class);
    }

    @Test
    void doesNothingForACallThatIsGone() throws Exception {
        answeredCall();

        done(relay().delete(CALL));

        done(relay().delete(CALL));
        done(relay().withdraw(CALL, Side.CALLER));
        done(relay().unsubscribe(COPY));
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().answer(CALL, Side.CALLEE, audio(callee)));
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().subscribe(COPY));
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().connect(COPY, audio(recorder)));
    }

    // The copies

    @Test
    void offersALabelledSendonlyLinePerStream() throws Exception {
        answeredCall(audioAndVideo(caller, party()), audioAndVideo(callee, party()));

        CopyOffer offer = done(relay().subscribe(COPY));

        assertThat(offer.streams())
                .extracting(RecordedStream::sender, RecordedStream::mediaType)
                .containsExactly(
                        tuple(Side.CALLER, "audio"),
                        tuple(Side.CALLEE, "audio"),
                        tuple(Side.CALLER, "video"),
                        tuple(Side.CALLEE, "video"));
        assertThat(offer.sdp().media())
                .extracting(line -> line.label().orElseThrow())
                .containsExactly("1", "2", "3", "4")
                .isEqualTo(offer.streams().stream().map(RecordedStream::label).toList());
        assertThat(offer.sdp().media())
                .allSatisfy(line -> assertThat(line.lines()).contains("a=sendonly"))
                .extracting(MediaDescription::port)
                .doesNotHaveDuplicates()
                .doesNotContain(0);
    }

    @Test
    void copiesWhatEachSideSends() throws Exception {
        Legs legs = answeredCall();
        CopyOffer offer = recorded(answer(recorder, secondRecorder));

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        callee.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));

        TestParty.Packet callers = recorder.receiveRtp();
        TestParty.Packet callees = secondRecorder.receiveRtp();
        assertThat(callers.content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(callers.sourcePort()).isEqualTo(port(offer.sdp(), 0));
        assertThat(callees.content()).isEqualTo(Rtp.packet(0, 2));
        assertThat(callees.sourcePort()).isEqualTo(port(offer.sdp(), 1));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void copiesRtcpToTheNextPort() throws Exception {
        Legs legs = answeredCall();
        CopyOffer offer = recorded(answer(recorder, secondRecorder));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        TestParty.Packet copied = recorder.receiveRtcp();
        assertThat(copied.content()).isEqualTo(Rtp.report(1));
        assertThat(copied.sourcePort()).isEqualTo(port(offer.sdp(), 0) + 1);
    }

    @Test
    void copiesRtcpToThePortTheRecorderNames() throws Exception {
        Legs legs = answeredCall();
        TestParty named = party();
        recorded(sdp(recorder.connection(), line("audio", recorder.port(), "0", "a=rtcp:" + named.port())));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        assertThat(named.receiveRtp().content()).isEqualTo(Rtp.report(1));
    }

    @Test
    void copiesRtcpThatSharesThePortOfTheCallToTheRecordersRtcpPort() throws Exception {
        Legs legs = answeredCall(audio(caller, "a=rtcp-mux"), audio(callee, "a=rtcp-mux"));
        recorded(answer(recorder, secondRecorder));

        caller.sendRtp(Rtp.report(1), legs.towardsCaller(0));

        assertThat(recorder.receiveRtcp().content()).isEqualTo(Rtp.report(1));
    }

    @Test
    void copiesRtcpToTheRtpPortOfARecorderThatSharesIt() throws Exception {
        Legs legs = answeredCall();
        recorded(sdp(recorder.connection(), line("audio", recorder.port(), "0", "a=rtcp-mux")));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.report(1));
    }

    @Test
    void copiesNothingBeforeTheRecorderHasAnswered() throws Exception {
        Legs legs = answeredCall();
        done(relay().subscribe(COPY));
        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        callee.receiveRtp();

        done(relay().connect(COPY, answer(recorder, secondRecorder)));
        caller.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void sendsNothingToLinesTheRecorderDoesNotTake() throws Exception {
        Legs legs = answeredCall();
        done(relay().subscribe(COPY));
        for (MediaDescription refusal : List.of(
                line("audio", 0, "0"),
                line("audio", recorder.port(), "0", "a=inactive"),
                line("audio", recorder.port(), "0", "a=sendonly"),
                line("audio", recorder.port(), "0", "c=IN IP4 0.0.0.0"))) {
            done(relay().connect(COPY, sdp(recorder.connection(), refusal)));
            caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
            callee.receiveRtp();
        }

        done(relay().connect(COPY, answer(recorder, secondRecorder)));
        caller.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    void sendsToRecordersThatAnswerSendrecvOrRecvonly() throws Exception {
        Legs legs = answeredCall();
        for (String direction : List.of("a=sendrecv", "a=recvonly")) {
            MediaDescription line = line("audio", recorder.port(), "0", direction);
            done(relay().unsubscribe(COPY));
            recorded(sdp(recorder.connection(), line));

            caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));

            assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        }
    }

    @Test
    void usesThePayloadTypesOfTheRecordersAnswer() throws Exception {
        String event = "a=rtpmap:101 telephone-event/8000";
        Legs legs = answeredCall(
                sdp(caller.connection(), line("audio", caller.port(), "0 8 101", event)),
                sdp(callee.connection(), line("audio", callee.port(), "0 8 101", event)));
        recorded(
                sdp(recorder.connection(), line("audio", recorder.port(), "0 96", "a=rtpmap:96 telephone-event/8000")));

        caller.sendRtp(Rtp.packet(8, 1), legs.towardsCaller(0));
        caller.sendRtp(Rtp.packet(101 | 0x80, 2), legs.towardsCaller(0));

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(96 | 0x80, 2));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(8, 1));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(101 | 0x80, 2));
    }

    @Test
    void neverLetsMediaOfTheRecorderIntoTheCall() throws Exception {
        Legs legs = answeredCall();
        CopyOffer offer = recorded(answer(recorder, secondRecorder));

        recorder.sendRtp(Rtp.packet(0, 1), port(offer.sdp(), 0));
        secondRecorder.sendRtp(Rtp.packet(0, 2), port(offer.sdp(), 1));
        caller.sendRtp(Rtp.packet(0, 3), legs.towardsCaller(0));
        callee.sendRtp(Rtp.packet(0, 4), legs.towardsCallee(0));

        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 3));
        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 4));
    }

    @Test
    void servesSeveralRecordersApart() throws Exception {
        Legs legs = answeredCall();
        Subscription second = new Subscription(CALL, "copy-2");
        recorded(sdp(recorder.connection(), line("audio", recorder.port(), "0")));
        done(relay().subscribe(second));
        done(relay().connect(second, sdp(recorder.connection(), line("audio", secondRecorder.port(), "0"))));

        done(relay().unsubscribe(COPY));
        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));

        assertThat(secondRecorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void movesACopyWhenTheRecorderAnswersAnew() throws Exception {
        Legs legs = answeredCall();
        recorded(answer(recorder, secondRecorder));

        done(relay().connect(COPY, answer(secondRecorder, recorder)));
        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));

        assertThat(secondRecorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void goesOnCopyingWhenTheCallIsRenegotiated() throws Exception {
        TestParty newPhone = party();
        answeredCall();
        recorded(answer(recorder, secondRecorder));

        Legs legs = exchange(Side.CALLER, audio(newPhone), audio(callee));
        newPhone.sendRtp(Rtp.packet(9, 1), port(legs.answered(), 0));

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(9, 1));
    }

    @Test
    void copiesPlainLinesOnly() throws Exception {
        MediaDescription encrypted = new MediaDescription(List.of("m=video 5000 RTP/SAVP 96"));
        answeredCall(
                sdp(caller.connection(), encrypted, line("audio", caller.port(), "0")),
                sdp(callee.connection(), encrypted, line("audio", callee.port(), "0")));

        assertThat(done(relay().subscribe(COPY)).streams())
                .extracting(RecordedStream::mediaType)
                .containsExactly("audio", "audio");
    }

    @Test
    void refusesToCopyACallThatIsAllEncrypted() throws Exception {
        String key = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x";
        answeredCall(audio(caller, key), audio(callee, key));

        assertRefused(RelayException.Kind.NOTHING_TO_COPY, relay().subscribe(COPY));
    }

    @Test
    void refusesToCopyACallThatIsNotAnswered() throws Exception {
        done(relay().offer(CALL, Side.CALLER, audio(caller)));

        assertRefused(RelayException.Kind.NOTHING_TO_COPY, relay().subscribe(COPY));
    }

    @Test
    void refusesToConnectACopyItDoesNotKnow() throws Exception {
        answeredCall();

        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().connect(COPY, audio(recorder)));
    }

    // What the tests are written with

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

    private CopyOffer recorded(SessionDescription answer) throws Exception {
        CopyOffer offer = done(relay().subscribe(COPY));
        done(relay().connect(COPY, answer));
        return offer;
    }

    private static SessionDescription answer(TestParty first, TestParty second) {
        return sdp(
                first.connection(),
                line("audio", first.port(), "0 8", "a=recvonly"),
                line("audio", second.port(), "0 8", "a=recvonly"));
    }

    private static SessionDescription audioAndVideo(TestParty phone, TestParty camera) {
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
