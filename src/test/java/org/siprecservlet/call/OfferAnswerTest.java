package org.siprecservlet.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.call.OfferAnswer.Role.ANSWER;
import static org.siprecservlet.call.OfferAnswer.Role.OFFER;
import static org.siprecservlet.call.Side.CALLEE;
import static org.siprecservlet.call.Side.CALLER;

import org.junit.jupiter.api.Test;

class OfferAnswerTest {

    private final OfferAnswer exchange = new OfferAnswer();

    @Test
    void theFirstDescriptionIsTheOffer() {
        assertThat(exchange.brings(CALLER)).isEqualTo(OFFER);
        assertThat(exchange.offerer()).contains(CALLER);
    }

    @Test
    void everyDescriptionOfTheOtherSideAnswersIt() {
        exchange.brings(CALLER);
        assertThat(exchange.brings(CALLEE)).as("in a 183").isEqualTo(ANSWER);
        assertThat(exchange.brings(CALLEE)).as("again in the 200").isEqualTo(ANSWER);
    }

    @Test
    void aLateOfferComesFromTheSideThatIsCalled() {
        assertThat(exchange.brings(CALLEE))
                .as("in the 200 to an INVITE without offer")
                .isEqualTo(OFFER);
        assertThat(exchange.brings(CALLER)).as("in the ACK").isEqualTo(ANSWER);
    }

    @Test
    void isCompleteOnceAnswered() {
        assertThat(exchange.isComplete()).isFalse();
        exchange.brings(CALLER);
        assertThat(exchange.isComplete()).isFalse();
        exchange.brings(CALLEE);
        assertThat(exchange.isComplete()).isTrue();
    }

    @Test
    void anOfferWaitsUntilItsFirstAnswer() {
        exchange.brings(CALLER);
        assertThat(exchange.awaitsAnswerTo(CALLER)).isTrue();
        assertThat(exchange.awaitsAnswerTo(CALLEE)).isFalse();
        exchange.brings(CALLEE);
        assertThat(exchange.awaitsAnswerTo(CALLER)).isFalse();
    }

    @Test
    void aSecondOfferOfTheSameSideWaitsAnew() {
        exchange.brings(CALLER);
        exchange.brings(CALLEE);
        assertThat(exchange.brings(CALLER)).isEqualTo(OFFER);
        assertThat(exchange.awaitsAnswerTo(CALLER)).isTrue();
    }

    @Test
    void nobodyOfferedBeforeAnyDescriptionIsSeen() {
        assertThat(exchange.offerer()).isEmpty();
        assertThat(exchange.awaitsAnswerTo(CALLER)).isFalse();
    }
}
