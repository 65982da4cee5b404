package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sdp.MediaLine.audio;

import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sdp.MediaLine;
import org.siprecservlet.testkit.sdp.Sdp;
import org.siprecservlet.testkit.sip.ClientCall;
import org.siprecservlet.testkit.sip.IncomingCall;

/** What media a recorder is offered: a line for each stream of the call, as the parties agreed on it. */
@ContainerTest
class RecordingOfferIT {

    private static final MediaLine VIDEO =
            new MediaLine("video", 40010, "RTP/AVP", List.of("96"), "", List.of("rtpmap:96 VP8/90000"));
    private static final MediaLine ENCRYPTED = new MediaLine(
            "audio",
            40012,
            "RTP/SAVP",
            List.of("0"),
            "",
            List.of(
                    "rtpmap:0 PCMU/8000",
                    "crypto:1 AES_CM_128_HMAC_SHA1_80 inline:PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR"));

    private final Stage stage = new Stage();
    private Runnable hangUp = () -> {};

    @Deployment(testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @AfterEach
    void close() {
        hangUp.run();
        stage.close();
    }

    @Test
    @Requirement({"OFR-01", "OFR-03", "OFR-06", "OFR-08", "OFR-13", "OFR-14", "OFR-16", "OFR-18", "OFR-21"})
    void oneLineForEachPartyWithWhatTheyAgreedOn() {
        stage.call();
        RecordedSession session = stage.session();
        Sdp offer = session.offer();
        String line =
                """
                m=audio PORT RTP/AVP 0 101
                a=rtpmap:0 PCMU/8000
                a=rtpmap:101 telephone-event/8000
                a=fmtp:101 0-15
                a=label:LABEL
                a=sendonly
                """;
        String expected = "v=0\no=" + offer.origin() + "\ns=-\nc=IN IP4 127.0.0.1\nt=0 0\n"
                + filled(line, offer, 1)
                + filled(line, offer, 2);
        assertThat(session.offerSdp()).isEqualTo(expected.replace("\n", "\r\n"));
        assertThat(offer.origin()).matches("\\S+ [1-9]\\d* 1 IN IP4 127\\.0\\.0\\.1");
        assertThat(offer.line(1).port()).isNotEqualTo(offer.line(2).port());
    }

    private static String filled(String line, Sdp offer, int number) {
        return line.replace("PORT", "" + offer.line(number).port()).replace("LABEL", "" + number);
    }

    @Test
    @Requirement({"OFR-01", "OFR-02", "OFR-03", "OFR-06", "OFR-08", "OFR-13"})
    void audioAndVideoAreFourLinesCallerFirst() {
        connect(List.of(audio(40000, 0), VIDEO), List.of(audio(40002, 0), VIDEO.withPort(40014)));
        Sdp offer = stage.session().offer();
        assertThat(offer.media()).extracting(MediaLine::kind).containsExactly("audio", "audio", "video", "video");
        assertThat(offer.media()).extracting(each -> each.label().orElse("")).containsExactly("1", "2", "3", "4");
        assertThat(offer.media()).allMatch(each -> each.ownDirection().equals(Optional.of("sendonly")));
        assertThat(offer.line(3).attribute("rtpmap")).contains("96 VP8/90000");
    }

    @Test
    void aLineThatTheCalleeRejectedIsNotOffered() {
        connect(List.of(audio(40000, 0), VIDEO), List.of(audio(40002, 0), VIDEO.withPort(0)));
        assertThat(stage.session().offer().media()).extracting(MediaLine::kind).containsExactly("audio", "audio");
    }

    @Test
    @Requirement("SEC-04")
    void aCallWithOnlyEncryptedMediaIsNotOfferedAtAll() {
        ClientCall call = connect(List.of(ENCRYPTED), List.of(ENCRYPTED.withPort(40014)));
        var recording = Rest.awaitEnd(call.request().callId());
        assertThat(recording.get("state").asText()).isEqualTo("failed");
        assertThat(recording.get("reason").asText()).isEqualTo("nothing-to-record");
        assertThat(stage.recorder.sessions()).isEmpty();
    }

    @Test
    @Requirement("OFR-11")
    void aCallWhoseOfferComesInThe200IsRecordedOnBothSides() {
        ClientCall call = stage.alice.invite(stage.bob.uri());
        IncomingCall in = stage.bob.awaitCall();
        in.answer(sdp(List.of(audio(40002, 0, 8))));
        call.awaitResponse(200);
        assertThat(stage.recorder.sessions()).isEmpty();
        call.ack(sdp(List.of(audio(40000, 8))));
        hangUpAfter(call, in);
        assertThat(stage.session().offer().media()).hasSize(2).allMatch(line -> line.attribute("rtpmap")
                .equals(Optional.of("8 PCMA/8000")));
    }

    @Test
    @Requirement("SEC-19")
    void neitherKeysNorMetadataGetIntoTheLog() {
        ServerLog log = new ServerLog();
        connect(List.of(audio(40000, 0), ENCRYPTED), List.of(audio(40002, 0), ENCRYPTED.withPort(40014)));
        stage.session().awaitAck();
        assertThat(log.saying("inline:")).isEmpty();
        assertThat(log.saying("participant_id")).isEmpty();
    }

    private ClientCall connect(List<MediaLine> offered, List<MediaLine> answered) {
        ClientCall call = stage.alice.invite(stage.bob.uri(), sdp(offered));
        IncomingCall in = stage.bob.awaitCall();
        in.answer(sdp(answered));
        call.awaitResponse(200);
        call.ack();
        hangUpAfter(call, in);
        return call;
    }

    private void hangUpAfter(ClientCall call, IncomingCall in) {
        hangUp = () -> {
            call.dialog().bye();
            in.dialog().awaitBye();
        };
    }

    private static String sdp(List<MediaLine> lines) {
        return Sdp.offer(Server.HOST, lines.toArray(MediaLine[]::new));
    }
}
