package org.siprecservlet.media.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives relays turns: to each as often as its weight says, and as evenly as can be. Each turn is worth the sum of all weights; a
 * relay earns its weight with every turn, and pays for its own. Safe for any thread.
 */
final class Turns<N extends RelayNode<?>> {

    private final Map<N, Integer> earned = new IdentityHashMap<>();

    /** All of them, the one whose turn it is first, and the others after it in their order. */
    synchronized List<N> next(List<N> usable) {
        usable.forEach(node -> earned.merge(node, node.weight(), Integer::sum));
        N first = Collections.max(usable, Comparator.comparing(earned::get));
        earned.merge(first, -usable.stream().mapToInt(RelayNode::weight).sum(), Integer::sum);
        List<N> order = new ArrayList<>(usable);
        Collections.rotate(order, -usable.indexOf(first));
        return order;
    }
}
