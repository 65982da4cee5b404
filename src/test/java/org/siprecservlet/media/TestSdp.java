package org.siprecservlet.media;

import java.util.ArrayList;
import java.util.List;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** Writes the descriptions of test parties. */
final class TestSdp {

    private TestSdp() {}

    static SessionDescription audio(TestParty party, String... attributes) {
        return sdp(party.connection(), line("audio", party.port(), "0 8", attributes));
    }

    static SessionDescription sdp(Connection connection, MediaDescription... lines) {
        return new SessionDescription(
                List.of("v=0", "o=- 1 1 " + connection, "s=-", "c=" + connection, "t=0 0"), List.of(lines));
    }

    static MediaDescription line(String type, int port, String formats, String... attributes) {
        List<String> lines = new ArrayList<>();
        lines.add("m=" + type + " " + port + " RTP/AVP " + formats);
        lines.addAll(List.of(attributes));
        return new MediaDescription(lines);
    }

    static int port(SessionDescription sdp, int line) {
        return sdp.media().get(line).port();
    }
}
