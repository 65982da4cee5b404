package org.siprecservlet.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.TimerService;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final List<String> done = new ArrayList<>();
    private final List<Serializable> asked = new ArrayList<>();
    private boolean sessionIsOver;
    private final Executor session =
            new Turns(fake(TimerService.class), task -> done.add("elsewhere")).of(fake(SipApplicationSession.class));

    @Test
    void doesTheWorkOfAMessageAfterItInTheSameTurn() {
        Turns.take(() -> {
            session.execute(() -> done.add("work"));
            done.add("message");
        });
        assertThat(done).containsExactly("message", "work");
        assertThat(asked).isEmpty();
    }

    @Test
    void doesWorkThatLedToMoreWorkInTheSameTurn() {
        Turns.take(() -> session.execute(() -> {
            session.execute(() -> done.add("second"));
            done.add("first");
        }));
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void asksTheContainerForATurnOutsideOfOne() {
        session.execute(() -> done.add("work"));
        assertThat(done).isEmpty();
        Turns.take(timer(asked.get(0)));
        assertThat(done).containsExactly("work");
    }

    @Test
    void asksForATurnAgainWhenTheMessageHasBeenDone() {
        Turns.take(() -> done.add("message"));
        session.execute(() -> done.add("work"));
        assertThat(done).containsExactly("message");
        assertThat(asked).hasSize(1);
    }

    @Test
    void doesTheWorkOfASessionThatIsOverElsewhere() {
        sessionIsOver = true;
        session.execute(() -> done.add("work"));
        assertThat(done).containsExactly("elsewhere");
    }

    /** A container's interface of which only the creation of timers is asked. */
    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (sessionIsOver) {
                throw new IllegalStateException("the session is over");
            }
            asked.add((Serializable) args[3]);
            return null;
        }));
    }

    private static ServletTimer timer(Serializable info) {
        return (ServletTimer) Proxy.newProxyInstance(
                ServletTimer.class.getClassLoader(),
                new Class<?>[] {ServletTimer.class},
                (proxy, method, args) -> info);
    }
}
