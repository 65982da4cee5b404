package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InviteTurnTest {

    private final List<String> sent = new ArrayList<>();
    private final InviteTurn turn = new InviteTurn();

    private void sendOurs() {
        turn.ours(() -> sent.add("INVITE"));
    }

    @Test
    void oursGoesAtOnceWhenThereIsNoneOfTheirs() {
        sendOurs();
        assertThat(sent).hasSize(1);
    }

    @Test
    void oursWaitsForTheEndOfTheirs() {
        turn.theirsBegins();
        sendOurs();
        assertThat(sent).isEmpty();

        turn.theirsEnds();
        turn.theirsEnds();
        assertThat(sent).hasSize(1);
    }

    @Test
    void nothingIsSentInADialogThatIsOver() {
        turn.theirsBegins();
        sendOurs();
        turn.close();
        turn.theirsEnds();
        sendOurs();

        assertThat(sent).isEmpty();
    }
}
