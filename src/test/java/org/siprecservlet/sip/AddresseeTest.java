package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.RecordingIndication;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.sdp.MalformedSdpException;
import org.siprecservlet.sdp.RecordMark;
import org.siprecservlet.sdp.SessionDescription;

class AddresseeTest {

    private static final RecordingIndication ON = new RecordingIndication(Map.of("audio", RecordMark.ON));
    private static final RecordingIndication PAUSED = new RecordingIndication(Map.of("audio", RecordMark.PAUSED));

    private final Party party = new Party();
    private final Addressee addressee = new Addressee(party);

    private static SessionDescription sdp(String version, String more) {
        String text = "v=0\no=bob 7 " + version + " IN IP4 192.0.2.1\ns=-\nt=0 0\nm=audio 4000 RTP/AVP 0\n" + more;
        try {
            return SessionDescription.parse(text.getBytes(StandardCharsets.US_ASCII));
        } catch (MalformedSdpException e) {
            throw new AssertionError(e);
        }
    }

    private void isAware() {
        party.hear(Spoken.with(Map.of("Supported", List.of("timer, record-aware"))));
    }

    private static String version(SessionDescription sdp) {
        return sdp.origin().orElseThrow().version();
    }

    @Test
    void whoIsNotAwareIsSentWhatCameFromTheRelay() {
        SessionDescription plain = sdp("1", "a=record:on\n");

        assertThat(addressee.describe(plain, PAUSED)).isSameAs(plain);
        addressee.agree();
        assertThat(addressee.believesOtherwise(ON)).isFalse();
    }

    @Test
    @Requirement("IND-02")
    void whoIsAwareFindsTheRecordingInEachDescription() {
        isAware();

        assertThat(RecordMark.in(addressee.describe(sdp("1", ""), RecordingIndication.NONE)))
                .containsExactly(RecordMark.OFF);
        assertThat(RecordMark.in(addressee.describe(sdp("1", ""), ON))).containsExactly(RecordMark.ON);
    }

    @Test
    @Requirement("IND-09")
    void anotherClientsRecordingIsNotTakenBack() {
        isAware();

        assertThat(RecordMark.in(addressee.describe(sdp("1", "a=record:on\n"), PAUSED)))
                .containsExactly(RecordMark.ON);
    }

    @Test
    @Requirement("IND-08")
    void newsChangeTheMarkAndTheVersionAndNothingElse() {
        isAware();
        SessionDescription before = addressee.describe(sdp("9", ""), RecordingIndication.NONE);
        addressee.agree();
        assertThat(addressee.believesOtherwise(RecordingIndication.NONE)).isFalse();
        assertThat(addressee.believesOtherwise(ON)).isTrue();

        assertThat(addressee.describeAgain(ON))
                .hasToString(before.toString().replace("7 9 IN", "7 10 IN").replace("record:off", "record:on"));
        addressee.agree();
        assertThat(addressee.believesOtherwise(ON)).isFalse();
    }

    @Test
    void versionsAreCountedOnWhenTheOtherSideDescribesItselfAnew() {
        isAware();
        addressee.describe(sdp("1", ""), RecordingIndication.NONE);
        addressee.agree();
        addressee.describeAgain(ON);

        assertThat(version(addressee.describe(sdp("1", ""), ON))).isEqualTo("2");
        assertThat(version(addressee.describe(sdp("2", "a=sendonly\n"), ON))).isEqualTo("3");
        assertThat(version(addressee.describe(sdp("3", ""), PAUSED))).isEqualTo("4");
    }

    @Test
    void anotherSessionHasVersionsOfItsOwn() {
        isAware();
        addressee.describe(sdp("5", ""), RecordingIndication.NONE);
        SessionDescription other = sdp("1", "").asNewSession("8");

        assertThat(version(addressee.describe(other, ON))).isEqualTo("1");
    }

    @Test
    void newsThatWereRefusedAreNoneUntilTheyAreOthers() {
        isAware();
        addressee.describe(sdp("1", ""), RecordingIndication.NONE);
        addressee.agree();
        addressee.describeAgain(ON);
        addressee.refuse();

        assertThat(addressee.believesOtherwise(ON)).isFalse();
        assertThat(addressee.believesOtherwise(PAUSED)).isTrue();
    }
}
