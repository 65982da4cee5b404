package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.call.Side;

class SessionTimerTest {

    private final SessionTimer timer = new SessionTimer();

    private void agree(String sessionExpires) {
        timer.hear(Side.CALLEE, Spoken.success(Map.of("Session-Expires", List.of(sessionExpires))));
    }

    private Map<String, List<String>> repeated(Side to) {
        Map<String, List<String>> headers = new HashMap<>();
        timer.repeat(Spoken.into(headers), to);
        return headers;
    }

    @Test
    void theSideThatRefreshesGoesOnToDoSo() {
        agree("1800 ; refresher=uac");

        assertThat(repeated(Side.CALLER))
                .containsEntry("Session-Expires", List.of("1800;refresher=uas"))
                .containsEntry("Supported", List.of("timer"));
    }

    @Test
    void theSideThatDoesNotRefreshIsRefreshedByTheOther() {
        agree("1800;refresher=uac");

        assertThat(repeated(Side.CALLEE)).containsEntry("Session-Expires", List.of("1800;refresher=uac"));
    }

    @Test
    void theSideThatAnsweredMayBeTheOneThatRefreshes() {
        agree("90;Refresher=UAS");

        assertThat(repeated(Side.CALLER)).containsEntry("Session-Expires", List.of("90;refresher=uac"));
        assertThat(repeated(Side.CALLEE)).containsEntry("Session-Expires", List.of("90;refresher=uas"));
    }

    @Test
    void nothingIsSaidOfATimerThatIsNotAgreedOn() {
        assertThat(repeated(Side.CALLER)).isEmpty();
        agree("90;refresher=uac");
        timer.hear(Side.CALLER, Spoken.success(Map.of()));

        assertThat(repeated(Side.CALLER)).isEmpty();
    }
}
