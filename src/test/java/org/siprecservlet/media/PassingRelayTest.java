package org.siprecservlet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.siprecservlet.media.TestSdp.line;
import static org.siprecservlet.media.TestSdp.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException.Kind;
import org.siprecservlet.sdp.AddressFamily;
import org.siprecservlet.sdp.Connection;
import org.siprecservlet.sdp.SessionDescription;
import org.siprecservlet.sound.PromptFile;

class PassingRelayTest {

    private static final RelayCall CALL = new RelayCall("call");
    private static final Subscription COPY = new Subscription(CALL, "copy");
    private static final SessionDescription PHONES = phone("192.0.2.1");
    private static final SessionDescription RELAYS = phone("192.0.2.99");

    private final Relay behind = new Relay();
    private final PassingRelay relay = new PassingRelay(behind);

    private static SessionDescription phone(String address) {
        return sdp(new Connection(AddressFamily.IP4, address), line("audio", 4000, "0"));
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private SessionDescription offered() {
        return now(relay.offer(CALL, Side.CALLER, PHONES));
    }

    private SessionDescription answered() {
        return now(relay.answer(CALL, Side.CALLEE, PHONES));
    }

    @Test
    void leavesCallsToARelayThatTakesThem() {
        assertThat(offered()).isEqualTo(RELAYS);
        assertThat(answered()).isEqualTo(RELAYS);
        now(relay.delete(CALL));

        assertThat(behind.asked).containsExactly("offer", "answer", "delete");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BROKEN", "NO_PORTS"})
    void letsACallPassThatTheRelayCanNotTake(Kind kind) {
        behind.trouble = kind;

        assertThat(offered()).isEqualTo(PHONES);
        assertThat(answered()).isEqualTo(PHONES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BROKEN", "NO_PORTS"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesWhatIsTheCallsOwnFault(Kind kind) {
        behind.trouble = kind;

        assertThatThrownBy(this::offered).cause().isInstanceOf(RelayException.class);
    }

    @Test
    void letsACallPassForItsLifeAndAsksTheRelayNoMore() {
        behind.trouble = Kind.BROKEN;
        offered();
        answered();
        behind.trouble = null;
        behind.asked.clear();

        assertThat(offered()).isEqualTo(PHONES);
        now(relay.withdraw(CALL, Side.CALLER));
        assertThat(offered()).isEqualTo(PHONES);
        assertThat(answered()).isEqualTo(PHONES);
        now(relay.unsubscribe(COPY));
        now(relay.delete(CALL));
        assertThat(behind.asked).isEmpty();
    }

    @Test
    void saysWhyThereIsNothingToCopy() {
        behind.trouble = Kind.BROKEN;
        offered();
        answered();

        for (CompletionStage<?> refused : List.of(
                relay.subscribe(COPY),
                relay.refresh(COPY),
                relay.connect(COPY, PHONES),
                relay.count(COPY),
                relay.play(new Prompt(CALL, "notice", new PromptFile("consent"), false), Side.CALLER))) {
            assertThatThrownBy(() -> now(refused))
                    .cause()
                    .isInstanceOfSatisfying(
                            RelayException.class, why -> assertThat(why.kind()).isEqualTo(Kind.BROKEN))
                    .hasMessageContaining("goes past the media relay")
                    .hasMessageContaining("not today");
        }
    }

    @Test
    void keepsACallAtItsRelayThatHasGone() {
        offered();
        answered();
        behind.trouble = Kind.BROKEN;

        assertThatThrownBy(this::offered).cause().isInstanceOf(RelayException.class);
    }

    @Test
    void asksTheRelayAgainWhenNothingWasAgreedBefore() {
        behind.trouble = Kind.BROKEN;
        offered();
        now(relay.withdraw(CALL, Side.CALLER));
        behind.trouble = null;

        assertThat(offered()).isEqualTo(RELAYS);
    }

    @Test
    void letsACallPassWhoseFirstOfferWasWithdrawnWhileTheRelayWasThere() {
        offered();
        now(relay.withdraw(CALL, Side.CALLER));
        behind.trouble = Kind.BROKEN;

        assertThat(offered()).isEqualTo(PHONES);
    }

    @Test
    void forgetsACallThatIsOver() {
        behind.trouble = Kind.BROKEN;
        offered();
        now(relay.delete(CALL));
        behind.trouble = null;

        assertThat(offered()).isEqualTo(RELAYS);
    }

    /** Takes everything, or fails at offers as it is told. */
    private static final class Relay implements MediaRelay {

        private final List<String> asked = new ArrayList<>();
        private Kind trouble;

        private <T> CompletionStage<T> asked(String what, T result) {
            asked.add(what);
            return CompletableFuture.completedStage(result);
        }

        @Override
        public CompletionStage<SessionDescription> offer(RelayCall call, Side from, SessionDescription offer) {
            return trouble == null
                    ? asked("offer", RELAYS)
                    : CompletableFuture.failedStage(new RelayException(trouble, "not today"));
        }

        @Override
        public CompletionStage<SessionDescription> answer(RelayCall call, Side from, SessionDescription answer) {
            return asked("answer", RELAYS);
        }

        @Override
        public CompletionStage<Void> withdraw(RelayCall call, Side from) {
            return asked("withdraw", null);
        }

        @Override
        public CompletionStage<CopyOffer> subscribe(Subscription copy) {
            return asked("subscribe", null);
        }

        @Override
        public CompletionStage<CopyOffer> refresh(Subscription copy) {
            return asked("refresh", null);
        }

        @Override
        public CompletionStage<Void> connect(Subscription copy, SessionDescription answer) {
            return asked("connect", null);
        }

        @Override
        public CompletionStage<List<CopyCount>> count(Subscription copy) {
            return asked("count", List.of());
        }

        @Override
        public CompletionStage<Void> unsubscribe(Subscription copy) {
            return asked("unsubscribe", null);
        }

        @Override
        public CompletionStage<Void> delete(RelayCall call) {
            return asked("delete", null);
        }
    }
}
