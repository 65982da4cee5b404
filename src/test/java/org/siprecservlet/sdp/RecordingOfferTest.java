package org.siprecservlet.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;

class RecordingOfferTest {

    private static final Connection RELAY = new Connection(AddressFamily.IP4, "192.0.2.99");
    private static final Origin ORIGIN = new Origin("src", "42", "1", RELAY);

    @Test
    void writesALabelledSendonlyLinePerStream() {
        MediaDescription caller = line("m=audio 5004 RTP/AVP 8 0 101", "a=rtpmap:101 telephone-event/8000");
        MediaDescription callee = line(
                "m=audio 6004 RTP/AVP 8 101", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=ptime:20");

        SessionDescription offer = new RecordingOffer(ORIGIN, RELAY)
                .withStream("1", 40000, Direction.SENDONLY, caller, callee)
                .withStream("2", 40002, Direction.INACTIVE, callee, caller)
                .toDescription();

        assertThat(offer.toString().lines())
                .containsExactly(
                        "v=0",
                        "o=src 42 1 IN IP4 192.0.2.99",
                        "s=-",
                        "c=IN IP4 192.0.2.99",
                        "t=0 0",
                        "m=audio 40000 RTP/AVP 8 101",
                        "a=rtpmap:8 PCMA/8000",
                        "a=rtpmap:101 telephone-event/8000",
                        "a=fmtp:101 0-16",
                        "a=ptime:20",
                        "a=label:1",
                        "a=sendonly",
                        "m=audio 40002 RTP/AVP 8 101",
                        "a=rtpmap:8 PCMA/8000",
                        "a=rtpmap:101 telephone-event/8000",
                        "a=fmtp:101 0-16",
                        "a=ptime:20",
                        "a=label:2",
                        "a=inactive");
    }

    @Test
    @Requirement("OFR-12")
    void numbersPayloadTypesAsTheReceiverWantsThem() {
        MediaDescription caller = line("m=audio 4 RTP/AVP 111 101", "a=rtpmap:111 opus/48000/2", event("101"));
        MediaDescription callee = line("m=audio 6 RTP/AVP 96 97", "a=rtpmap:96 OPUS/48000/2", event("97"));

        assertThat(stream(caller, callee).formats()).containsExactly("96", "97");
        assertThat(stream(callee, caller).formats()).containsExactly("111", "101");
    }

    @Test
    @Requirement("OFR-11")
    void leavesOutWhatTheSenderDoesNotHave() {
        MediaDescription caller = line("m=audio 4 RTP/AVP 9 8 0 18 101", event("101"));
        MediaDescription callee = line("m=audio 6 RTP/AVP 0 101", event("101"));

        assertThat(stream(callee, caller).formats()).containsExactly("0", "101");
    }

    @Test
    void keepsToTheNegotiatedVariantOfACodec() {
        MediaDescription caller = line(
                "m=video 4 RTP/AVP 97 98",
                "a=rtpmap:97 H264/90000",
                "a=rtpmap:98 H264/90000",
                "a=fmtp:98 packetization-mode=1");
        MediaDescription callee = line("m=video 6 RTP/AVP 98", "a=rtpmap:98 H264/90000", "a=fmtp:98 sprop=callee");

        MediaDescription line = stream(callee, caller);

        assertThat(line.formats()).containsExactly("98");
        assertThat(line.fmtp("98")).contains("sprop=callee");
    }

    @Test
    @Requirement("OFR-13")
    void namesTheCodecOfStaticTypes() {
        MediaDescription party = line("m=audio 4 RTP/AVP 0 3 8 9 18");

        assertThat(stream(party, party).attributes("rtpmap"))
                .containsExactly("0 PCMU/8000", "3 GSM/8000", "8 PCMA/8000", "9 G722/8000", "18 G729/8000");
    }

    @Test
    @Requirement("OFR-16")
    void copiesFeedbackOfTheFormatsThatStay() {
        MediaDescription caller = line(
                "m=video 4 RTP/AVPF 96 97",
                "a=rtpmap:96 VP8/90000",
                "a=rtpmap:97 H264/90000",
                "a=rtcp-fb:* ccm fir",
                "a=rtcp-fb:96 nack pli",
                "a=rtcp-fb:97 nack");
        MediaDescription callee = line("m=video 6 RTP/AVPF 96", "a=rtpmap:96 VP8/90000");

        MediaDescription line = stream(callee, caller);

        assertThat(line.protocol()).isEqualTo("RTP/AVPF");
        assertThat(line.attributes("rtcp-fb")).containsExactly("* ccm fir", "96 nack pli");
    }

    @Test
    void copiesNothingThatBelongsToTheCallAlone() {
        MediaDescription party = line(
                "m=audio 4/2 RTP/AVP 0",
                "c=IN IP4 10.0.0.1",
                "a=rtcp:9",
                "a=rtcp-mux",
                "a=ssrc:1 cname:x",
                "a=label:99");

        assertThat(stream(party, party).lines())
                .containsExactly("m=audio 40000 RTP/AVP 0", "a=rtpmap:0 PCMU/8000", "a=label:1", "a=sendonly");
    }

    @Test
    @Requirement("OFR-15")
    void takesTextForAStreamLikeAnyOther() {
        MediaDescription party = line("m=text 4 RTP/AVP 98", "a=rtpmap:98 t140/1000");

        assertThat(stream(party, party).lines())
                .containsExactly("m=text 40000 RTP/AVP 98", "a=rtpmap:98 t140/1000", "a=label:1", "a=sendonly");
    }

    private static String event(String format) {
        return "a=rtpmap:" + format + " telephone-event/8000";
    }

    private static MediaDescription stream(MediaDescription sender, MediaDescription receiver) {
        return new RecordingOffer(ORIGIN, RELAY)
                .withStream("1", 40000, Direction.SENDONLY, sender, receiver)
                .media()
                .get(0);
    }

    private static MediaDescription line(String... lines) {
        return new MediaDescription(List.of(lines));
    }
}
