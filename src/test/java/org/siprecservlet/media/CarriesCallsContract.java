package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/** What every media relay has to do for a call, recorded or not. */
abstract class CarriesCallsContract extends RelayTestGround {

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
        needs(Ability.RTCP_TO_ANY_PORT);
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
        needs(Ability.MEDIA_BEFORE_ANY_ANSWER);
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
        assertThat(callee.receiveRtp().content()).isEqualTo(Rtp.packet(0, 1));
        stranger.sendRtp(Rtp.packet(0, 2), legs.towardsCaller(0));
        caller.sendRtp(Rtp.packet(0, 3), legs.towardsCaller(0));

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
    void refusesToAnswerWhatWasNotOffered() {
        assertThatThrownBy(() -> done(relay().answer(CALL, Side.CALLEE, audio(callee))))
                .cause()
                .isInstanceOf(RelayException.class);
    }
}
