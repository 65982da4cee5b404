package org.siprecservlet.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which relay gets a new call. */
class NodesTest {

    private static final class TestNode implements RelayNode<String> {

        private final String name;
        private final int weight;
        private boolean up = true;

        TestNode(String name, int weight) {
            this.name = name;
            this.weight = weight;
        }

        @Override
        public CompletionStage<Void> check() {
            return InTurn.DONE;
        }

        @Override
        public Optional<String> place() {
            return up ? Optional.of(name) : Optional.empty();
        }

        @Override
        public String trouble() {
            return name + " is gone.";
        }

        @Override
        public int weight() {
            return weight;
        }

        @Override
        public void close() {}
    }

    private final TestNode big = new TestNode("a", 3);
    private final TestNode small = new TestNode("b", 1);
    private final TestNode middle = new TestNode("c", 2);
    private final Nodes<String> nodes = new Nodes<>(List.of(big, small, middle), new HandAlarm());

    private String firsts(int calls) {
        return IntStream.range(0, calls).mapToObj(call -> next().get(0)).collect(Collectors.joining());
    }

    private List<String> next() {
        return nodes.forNewCall().toCompletableFuture().join();
    }

    @Test
    void givesCallsByWeightAndNotInARow() {
        assertThat(firsts(12)).isEqualTo("acabca".repeat(2));
    }

    @Test
    void leavesTheShareOfOneThatIsGoneToTheOthers() {
        big.up = false;
        assertThat(firsts(6)).isEqualTo("cbc".repeat(2));
        big.up = true;
        assertThat(firsts(6).chars().filter(name -> name == 'a')).hasSize(3);
    }

    @Test
    void aCallThatIsNotTakenGoesToAllOthersInTheirOrder() {
        assertThat(next()).containsExactly("a", "b", "c");
        assertThat(next()).containsExactly("c", "a", "b");
    }

    @Test
    void saysOfEachWhyThereIsNone() {
        List.of(big, small, middle).forEach(node -> node.up = false);

        assertThatThrownBy(this::next).hasMessageContaining("a is gone. b is gone. c is gone.");
    }
}
