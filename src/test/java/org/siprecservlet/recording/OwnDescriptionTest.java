package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.SessionDescription;

/** What the recording client says of its media when the server makes an offer. */
class OwnDescriptionTest {

    private static final String OWN =
            """
            v=0
            o=siprec 7 1 IN IP4 192.0.2.1
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 30000 RTP/AVP 0 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=label:1
            a=sendonly
            m=audio 30002 RTP/AVP 0
            a=rtpmap:0 PCMU/8000
            a=label:2
            a=sendonly
            """;
    private static final String THIRD =
            """
            m=video 30004 RTP/AVP 96
            a=rtpmap:96 H264/90000
            a=label:3
            a=sendonly
            """;
    private static final String HEAD = "v=0\no=srs 1 2 IN IP4 192.0.2.9\ns=-\nc=IN IP4 192.0.2.9\nt=0 0\n";
    private static final String SECOND = "m=audio 5002 RTP/AVP 0\na=recvonly\n";

    private final OwnDescription own = new OwnDescription();

    @BeforeEach
    void offer() {
        own.begin(sdp(OWN));
    }

    private static SessionDescription sdp(String text) {
        try {
            return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
        } catch (MalformedSdpException e) {
            throw new AssertionError(e);
        }
    }

    private SessionDescription answer(String lines) {
        return own.answerTo(sdp(HEAD + lines)).orElseThrow();
    }

    @Test
    void anOfferThatChangesNothingOfOursIsAnsweredUnderTheSameVersion() {
        String same = "m=audio 5000 RTP/AVP 0 101\na=rtpmap:101 telephone-event/8000\na=fmtp:101 0-15\na=recvonly\n";

        assertThat(answer(same + SECOND)).hasToString(OWN.replace("\n", "\r\n"));
    }

    @Test
    @Requirement({"ANS-06", "OFR-19"})
    void directionsAreTheOtherSideOfTheServers() {
        SessionDescription answer = answer("m=audio 5000 RTP/AVP 0\na=inactive\n" + SECOND);

        assertThat(answer.media().get(0).lines()).contains("a=inactive").doesNotContain("a=sendonly");
        assertThat(answer.media().get(1).lines()).contains("a=sendonly");
        assertThat(answer.lines()).contains("o=siprec 7 2 IN IP4 192.0.2.1");
    }

    @Test
    @Requirement("ANS-06")
    void aDirectionForAllLinesCounts() {
        SessionDescription answer = own.answerTo(sdp(HEAD + "a=inactive\nm=audio 1 RTP/AVP 0\nm=audio 2 RTP/AVP 0\n"))
                .orElseThrow();

        assertThat(answer.media()).allMatch(line -> line.hasAttribute("inactive"));
    }

    @Test
    void formatsAreThoseInCommonUnderTheServersNumbers() {
        SessionDescription answer = answer(
                "m=audio 5000 RTP/AVP 8 96 97\na=rtpmap:96 PCMU/8000\na=rtpmap:97 telephone-event/8000\n" + SECOND);

        assertThat(answer.media().get(0).lines())
                .containsExactly(
                        "m=audio 30000 RTP/AVP 96 97",
                        "a=rtpmap:96 PCMU/8000",
                        "a=rtpmap:97 telephone-event/8000",
                        "a=label:1",
                        "a=sendonly");
    }

    @Test
    @Requirement({"OFR-20", "UPD-08"})
    void aRemovedLineStaysAwayAndKeepsItsPlaceAndLabel() {
        own.says(answer("m=audio 0 RTP/AVP 0\n" + SECOND));

        assertThat(own.offer().media()).extracting(line -> line.port()).containsExactly(0, 30002);
        assertThat(own.offer().media().get(0).label()).contains("1");
    }

    @Test
    void moreLinesThanOursAreRejectedAndStay() {
        own.says(answer("m=audio 5000 RTP/AVP 0\na=recvonly\n" + SECOND + "m=video 5004 RTP/AVP 96\n"));

        assertThat(own.offer().media()).extracting(line -> line.port()).containsExactly(30000, 30002, 0);
        assertThat(own.answerTo(sdp(HEAD + SECOND + SECOND))).isEmpty();
    }

    @Test
    void whatCanNotBeMetIsNotAnswered() {
        for (String line : List.of(
                "m=audio 5000 RTP/AVP 8\n",
                "m=audio 5000 RTP/SAVP 0\n",
                "m=video 5000 RTP/AVP 0\n",
                "m=audio 5000 RTP/AVP 96\na=rtpmap:96 opus/48000/2\n")) {
            assertThat(own.answerTo(sdp(HEAD + line + SECOND))).as(line).isEmpty();
        }
        assertThat(own.answerTo(sdp(HEAD + SECOND))).isEmpty();
    }

    @Test
    @Requirement("UPD-08")
    void aFurtherOfferHasEverythingAgain() {
        own.says(answer("m=audio 5000 RTP/AVP 0\na=inactive\n" + SECOND));

        assertThat(own.offer().media()).isEqualTo(sdp(OWN).media());
        assertThat(own.offer().lines()).contains("o=siprec 7 3 IN IP4 192.0.2.1");
    }

    @Test
    void anOfferThatWasRefusedChangesNothingButTheNextVersion() {
        own.renew(sdp(OWN + THIRD));
        assertThat(own.offer().lines()).contains("o=siprec 7 2 IN IP4 192.0.2.1");
        assertThat(own.linesToAnswer()).isEqualTo(3);

        own.refused();

        assertThat(own.linesToAnswer()).isEqualTo(2);
        assertThat(own.offer().media()).isEqualTo(sdp(OWN).media());
        assertThat(own.offer().lines()).contains("o=siprec 7 3 IN IP4 192.0.2.1");
    }

    @Test
    void anOfferThatWasDroppedIsMadeAgainUnderItsVersion() {
        own.renew(sdp(OWN + THIRD));
        SessionDescription first = own.offer();
        own.dropped();

        assertThat(own.linesToAnswer()).isEqualTo(2);
        assertThat(own.offer()).isEqualTo(first);
    }

    @Test
    void newLinesAreSpokenOfOnlyOnceTheServerKnowsThem() {
        own.renew(sdp(OWN + THIRD));
        assertThat(own.offerSilence().media()).hasSize(2);
        own.agreed();
        own.offer();
        own.agreed();

        assertThat(own.offerSilence().media()).hasSize(3).allMatch(line -> line.hasAttribute("inactive"));
    }

    @Test
    void aLineThatTheCallRemovedComesBackWithIt() {
        own.renew(sdp(OWN.replace("30002", "0")));
        assertThat(own.offer().media()).extracting(line -> line.port()).containsExactly(30000, 0);
        own.agreed();
        own.renew(sdp(OWN));

        assertThat(own.offer().media()).extracting(line -> line.port()).containsExactly(30000, 30002);
    }

    @Test
    void aLineOnWhichThePartyDoesNotSendIsInactiveWhateverTheServerWants() {
        own.renew(sdp(OWN.replace("a=label:1\na=sendonly", "a=label:1\na=inactive")));
        own.offer();
        own.agreed();

        assertThat(answer("m=audio 5000 RTP/AVP 0\na=recvonly\n" + SECOND)
                        .media()
                        .get(0)
                        .lines())
                .contains("a=inactive");
    }

    @Test
    void isComparedWithWhatTheServerIsBeingTold() {
        SessionDescription more = sdp(OWN + THIRD);
        own.renew(more);
        own.offer();

        assertThat(own.differsFrom(more)).isFalse();
        assertThat(own.differsFrom(sdp(OWN))).isTrue();
        own.refused();
        assertThat(own.differsFrom(more)).isTrue();
    }

    @Test
    void encryptionIsNeitherBegunNorLeftByAnOfferOfTheServer() {
        String theirs = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:theirs\n";
        String safe = "m=audio 5000 RTP/SAVP 0\n";
        assertThat(own.answerTo(sdp(HEAD + safe + theirs + SECOND))).isEmpty();

        own.begin(sdp(HEAD + "m=audio 30000 RTP/SAVP 0\na=label:1\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:own\n"));
        assertThat(own.answerTo(sdp(HEAD + "m=audio 5000 RTP/AVP 0\n"))).isEmpty();
        assertThat(own.answerTo(sdp(HEAD + safe))).isEmpty();
        assertThat(own.answerTo(sdp(HEAD + safe + "a=crypto:1 NULL_HMAC_SHA1_80 inline:theirs\n")))
                .isEmpty();
        assertThat(answer(safe + theirs).media().get(0)).satisfies(line -> {
            assertThat(line.protocol()).isEqualTo("RTP/SAVP");
            assertThat(line.attributes("crypto")).containsExactly("1 AES_CM_128_HMAC_SHA1_80 inline:own");
        });
    }
}
