package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.siprecservlet.call.OfferAnswer;
import org.siprecservlet.call.Side;

class PendingTransactionsTest {

    private final PendingTransactions pending = new PendingTransactions();
    private final OfferAnswer exchange = new OfferAnswer();
    private final RequestTransaction update = new RequestTransaction(null, Side.CALLER, null, exchange);
    private final InviteTransaction invite = new InviteTransaction(null, Side.CALLER, null);

    @Test
    void anyoneMayBeginWhenNothingIsPending() {
        assertThatCode(() -> pending.checkInvite(Side.CALLER)).doesNotThrowAnyException();
        assertThatCode(() -> pending.checkOffer(Side.CALLEE)).doesNotThrowAnyException();
    }

    @Test
    void theOtherSideOfAnInviteHasToTryLater() {
        pending.begin(invite);

        assertThat(refusalOfInvite(Side.CALLEE).status()).isEqualTo(491);
    }

    @Test
    void theSameSideIsToldWhenToTryAgain() {
        pending.begin(invite);

        assertThat(refusalOfInvite(Side.CALLER).status()).isEqualTo(500);
        assertThat(refusalOfInvite(Side.CALLER).headers()).containsKey("Retry-After");
    }

    @Test
    void anUpdateWithOpenOfferKeepsOthersFromBeginning() {
        exchange.brings(Side.CALLER);
        pending.begin(update);

        assertThat(refusalOfInvite(Side.CALLEE).status()).isEqualTo(491);
        assertThat(refusalOfOffer(Side.CALLEE).status()).isEqualTo(491);
        assertThat(refusalOfOffer(Side.CALLER).status()).isEqualTo(500);
    }

    @Test
    void aRequestWithoutOfferKeepsNobody() {
        pending.begin(update);

        assertThatCode(() -> pending.checkInvite(Side.CALLEE)).doesNotThrowAnyException();
    }

    @Test
    void anAnsweredOfferKeepsNobody() {
        exchange.brings(Side.CALLER);
        exchange.brings(Side.CALLEE);
        pending.begin(update);

        assertThatCode(() -> pending.checkOffer(Side.CALLEE)).doesNotThrowAnyException();
    }

    @Test
    void whatHasEndedKeepsNobody() {
        exchange.brings(Side.CALLER);
        pending.begin(invite);
        pending.begin(update);
        pending.end(invite);
        pending.end(update);

        assertThatCode(() -> pending.checkInvite(Side.CALLEE)).doesNotThrowAnyException();
    }

    @Test
    void theEndOfAnOlderInviteDoesNotEndTheNewerOne() {
        pending.begin(invite);
        pending.begin(new InviteTransaction(null, Side.CALLEE, null));
        pending.end(invite);

        assertThat(pending.invite()).isPresent();
    }

    private CallRefused refusalOfInvite(Side from) {
        return catchThrowableOfType(CallRefused.class, () -> pending.checkInvite(from));
    }

    private CallRefused refusalOfOffer(Side from) {
        return catchThrowableOfType(CallRefused.class, () -> pending.checkOffer(from));
    }
}
