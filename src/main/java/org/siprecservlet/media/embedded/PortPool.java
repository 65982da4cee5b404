package org.siprecservlet.media.embedded;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Which port pairs are given out. Starts at a random pair and goes round, so that a pair rests as long as possible
 * before it serves another call: packets of the old one may still be on their way. Safe for any thread.
 */
final class PortPool {

    private final PortRange range;
    private final BitSet taken;
    private int cursor;

    PortPool(PortRange range, RandomGenerator random) {
        if (range.pairs() == 0) {
            throw new IllegalArgumentException("The port range " + range + " holds no pair of ports.");
        }
        this.range = range;
        this.taken = new BitSet(range.pairs());
        this.cursor = random.nextInt(range.pairs());
    }

    PortRange range() {
        return range;
    }

    /** Takes the next free pair; gives its even port. */
    synchronized OptionalInt take() {
        int pair = taken.nextClearBit(cursor);
        if (pair >= range.pairs()) {
            pair = taken.nextClearBit(0);
        }
        if (pair >= range.pairs()) {
            return OptionalInt.empty();
        }
        taken.set(pair);
        cursor = (pair + 1) % range.pairs();
        return OptionalInt.of(range.firstEven() + 2 * pair);
    }

    /** Takes that very pair; false when it is given out. */
    synchronized boolean take(int evenPort) {
        int pair = pairOf(evenPort);
        boolean free = !taken.get(pair);
        taken.set(pair);
        return free;
    }

    synchronized void giveBack(int evenPort) {
        taken.clear(pairOf(evenPort));
    }

    /** How many ports are given out. */
    synchronized int portsInUse() {
        return 2 * taken.cardinality();
    }

    private int pairOf(int evenPort) {
        return (evenPort - range.firstEven()) / 2;
    }
}
