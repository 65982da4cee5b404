package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.media.TestSdp.audio;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.port;
import static org.siprecservlet.media.TestSdp.sdp;

import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.SessionDescription;

/** What a media relay does with RTCP between parties and recorders. */
abstract class CopiesReportsContract extends CopiesEncryptedCallsContract {

    protected final CopyOffer recorded(SessionDescription answer) throws Exception {
        CopyOffer offer = done(relay().subscribe(COPY));
        done(relay().connect(COPY, answer));
        return offer;
    }

    @Test
    @Requirement({"RTP-01", "RTP-03"})
    void copiesRtcpToTheNextPort() throws Exception {
        Legs legs = answeredCall();
        CopyOffer offer = recorded(answer(recorder, secondRecorder));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        TestParty.Packet copied = recorder.receiveRtcp();
        assertThat(copied.content()).isEqualTo(Rtp.report(1));
        assertComesFrom(port(offer.sdp(), 0) + 1, copied);
    }

    @Test
    @Requirement({"OFR-21", "RTP-01", "RTP-05"})
    void passesOnWhatARecorderReportsToThePartyItReportsOn() throws Exception {
        needs(Ability.REPORTS_PASSED_ON);
        answeredCall();
        CopyOffer offer = recorded(answer(recorder, secondRecorder));

        recorder.sendRtcp(Rtp.control(201, 0, 1), port(offer.sdp(), 0) + 1);
        secondRecorder.sendRtcp(Rtp.control(201, 0, 2), port(offer.sdp(), 1) + 1);

        assertThat(caller.receiveRtcp().content()).isEqualTo(Rtp.control(201, 0, 1));
        assertThat(callee.receiveRtcp().content()).isEqualTo(Rtp.control(201, 0, 2));
    }

    @Test
    @Requirement("ANS-11")
    void copiesRtcpToThePortTheRecorderNames() throws Exception {
        needs(Ability.RTCP_TO_ANY_PORT);
        Legs legs = answeredCall();
        TestParty named = party();
        recorded(sdp(recorder.connection(), line("audio", recorder.port(), "0", "a=rtcp:" + named.port())));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        assertThat(named.receiveRtp().content()).isEqualTo(Rtp.report(1));
    }

    @Test
    void copiesRtcpThatSharesThePortOfTheCallToTheRecordersRtcpPort() throws Exception {
        needs(Ability.SHARED_PORTS_TOLD_APART);
        Legs legs = answeredCall(audio(caller, "a=rtcp-mux"), audio(callee, "a=rtcp-mux"));
        recorded(answer(recorder, secondRecorder));

        caller.sendRtp(Rtp.report(1), legs.towardsCaller(0));

        assertThat(recorder.receiveRtcp().content()).isEqualTo(Rtp.report(1));
    }

    @Test
    @Requirement("ANS-11")
    void copiesRtcpToTheRtpPortOfARecorderThatSharesIt() throws Exception {
        needs(Ability.RTCP_TO_ANY_PORT);
        Legs legs = answeredCall();
        recorded(sdp(recorder.connection(), line("audio", recorder.port(), "0", "a=rtcp-mux")));

        caller.sendRtcp(Rtp.report(1), legs.towardsCaller(0) + 1);

        assertThat(recorder.receiveRtp().content()).isEqualTo(Rtp.report(1));
    }
}
