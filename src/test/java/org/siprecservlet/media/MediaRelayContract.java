package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;

/** What every media relay has to do, shown with real sockets on this machine: carry calls, and copy them. */
public abstract class MediaRelayContract extends PlaysSoundsContract {

    @Test
    @Requirement({"OFR-01", "OFR-21"})
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
    @Requirement({"RTP-02", "RTP-04"})
    void copiesWhatEachSideSends() throws Exception {
        Legs legs = answeredCall();
        CopyOffer offer = recorded(answer(recorder, secondRecorder));

        caller.sendRtp(Rtp.packet(0, 1), legs.towardsCaller(0));
        callee.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));

        TestParty.Packet callers = recorder.receiveRtp();
        TestParty.Packet callees = secondRecorder.receiveRtp();
        assertThat(callers.content()).isEqualTo(Rtp.packet(0, 1));
        assertComesFrom(port(offer.sdp(), 0), callers);
        assertThat(callees.content()).isEqualTo(Rtp.packet(0, 2));
        assertComesFrom(port(offer.sdp(), 1), callees);
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
    }

    @Test
    @Requirement("ANS-02")
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
    @Requirement({"ANS-01", "ANS-05", "ANS-12", "ANS-13", "RTP-19"})
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
    @Requirement("ANS-09")
    void usesThePayloadTypesOfTheRecordersAnswer() throws Exception {
        needs(Ability.PAYLOAD_TYPES);
        String event = "a=rtpmap:101 telephone-event/8000";
        Legs legs = answeredCall(
                sdp(caller.connection(), line("audio", caller.port(), "0 8 101", event)),
                sdp(callee.connection(), line("audio", callee.port(), "0 8 101", event)));
        recorded(
                sdp(recorder.connection(), line("audio", recorder.port(), "0 96", "a=rtpmap:96 telephone-event/8000")));

        caller.sendRtp(Rtp.packet(8, 1), legs.towardsCaller(0));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(8, 1));
        caller.sendRtp(Rtp.packet(101 | 0x80, 2), legs.towardsCaller(0));

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.packet(96 | 0x80, 2));
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(101 | 0x80, 2));
    }

    @Test
    @Requirement("ANS-13")
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
    void countsWhatEachStreamOfACopyGets() throws Exception {
        Legs legs = answeredCall();
        recorded(answer(recorder, secondRecorder));
        for (int i = 1; i <= 3; i++) {
            caller.sendRtp(Rtp.packet(0, i), legs.towardsCaller(0));
            recorder.receiveRtp();
        }
        callee.sendRtp(Rtp.packet(0, 4), legs.towardsCallee(0));
        secondRecorder.receiveRtp();
        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);
        recorder.receiveRtcp();

        List<CopyCount> counts = done(relay().count(COPY));

        assertThat(counts)
                .extracting(CopyCount::label, CopyCount::flows, CopyCount::packets)
                .containsExactly(tuple("1", true, 3L), tuple("2", true, 1L));
        int size = Rtp.packet(0, 1).length;
        assertThat(counts)
                .extracting(CopyCount::bytes)
                .isEqualTo(
                        lacking().contains(Ability.BYTES_COUNTED)
                                ? Arrays.asList(null, null)
                                : List.of(3L * size, (long) size));
    }

    @Test
    void countsNoPacketAsCopiedThatTheRecorderDoesNotTake() throws Exception {
        Legs legs = answeredCall();
        recorded(sdp(recorder.connection(), line("audio", recorder.port(), "0"), line("audio", 0, "0")));
        callee.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));
        caller.receiveRtp();

        List<CopyCount> counts = done(relay().count(COPY));

        assertThat(counts).extracting(CopyCount::flows).containsExactly(true, false);
        assertThat(counts.get(1))
                .matches(count -> count.measure() == CopyCount.Measure.RECEIVED || count.packets() == 0);
    }

    @Test
    void goesOnCountingWhenTheCalleeHasMadeAnOffer() throws Exception {
        answeredCall();
        recorded(answer(recorder, secondRecorder));
        Legs legs = exchange(Side.CALLEE, audio(callee), audio(caller));
        caller.sendRtp(Rtp.packet(0, 1), port(legs.offered(), 0));
        recorder.receiveRtp();

        assertThat(done(relay().count(COPY))).extracting(CopyCount::packets).containsExactly(1L, 0L);
    }

    @Test
    void countsNothingOfACopyItDoesNotKnow() throws Exception {
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().count(COPY));
        answeredCall();
        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().count(COPY));
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
    void refusesToSendACopyFromAnAddressItDoesNotHave() throws Exception {
        answeredCall();
        Subscription elsewhere = new Subscription(CALL, "elsewhere", InetAddress.getByName("192.0.2.1"));

        assertRefused(RelayException.Kind.UNKNOWN_ADDRESS, relay().subscribe(elsewhere));
    }

    @Test
    void refusesToConnectACopyItDoesNotKnow() throws Exception {
        answeredCall();

        assertRefused(RelayException.Kind.UNKNOWN_CALL, relay().connect(COPY, audio(recorder)));
    }

    @Test
    void keepsHoldByAddressAsItIs() throws Exception {
        Legs legs = answeredCall();
        Connection none = Connection.unspecified(AddressFamily.IP4);
        recorded(answer(recorder, secondRecorder));

        Legs held = exchange(Side.CALLER, sdp(none, line("audio", caller.port(), "0 8")), audio(callee));
        callee.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));

        assertThat(held.offered().ownConnection()).contains(none);
        assertThat(port(held.offered(), 0)).isEqualTo(legs.towardsCallee(0));
        assertThat(secondRecorder.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
    }

    @Test
    void sendsNothingToASideThatHoldsByAddress() throws Exception {
        needs(Ability.SILENCE_AT_HELD_ADDRESSES);
        Legs legs = answeredCall();
        Connection none = Connection.unspecified(AddressFamily.IP4);
        recorded(answer(recorder, secondRecorder));

        exchange(Side.CALLER, sdp(none, line("audio", caller.port(), "0 8")), audio(callee));
        callee.sendRtp(Rtp.packet(0, 1), legs.towardsCallee(0));
        secondRecorder.receiveRtp();
        exchange(Side.CALLER, audio(caller), audio(callee));
        callee.sendRtp(Rtp.packet(0, 2), legs.towardsCallee(0));

        assertThat(caller.receiveRtp().content()).isEqualTo(Rtp.packet(0, 2));
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
}
