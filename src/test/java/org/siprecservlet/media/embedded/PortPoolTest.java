package org.siprecservlet.media.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortPoolTest {

    private final PortPool pool = new PortPool(new PortRange(30001, 30008), new Random(7));

    @Test
    void givesOutEachPairOnce() {
        int first = pool.take().orElseThrow();
        int second = pool.take().orElseThrow();
        int third = pool.take().orElseThrow();

        assertThat(new int[] {first, second, third}).containsExactlyInAnyOrder(30002, 30004, 30006);
        assertThat(pool.take()).isEmpty();
        assertThat(pool.portsInUse()).isEqualTo(6);
    }

    @Test
    void letsAPairRestAsLongAsItCan() {
        int first = pool.take().orElseThrow();
        pool.giveBack(first);

        assertThat(pool.take()).isNotEmpty().isNotEqualTo(OptionalInt.of(first));
    }

    @Test
    void givesOutACertainPairWhenItIsFree() {
        assertThat(pool.take(30004)).isTrue();
        assertThat(pool.take(30004)).isFalse();

        pool.giveBack(30004);

        assertThat(pool.take(30004)).isTrue();
    }

    @Test
    void refusesARangeWithoutPair() {
        assertThatThrownBy(() -> new PortPool(new PortRange(30001, 30002), new Random(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30001-30002");
    }
}
