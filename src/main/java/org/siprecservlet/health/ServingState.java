package org.siprecservlet.health;

import java.util.function.BooleanSupplier;
import javax.enterprise.context.ApplicationScoped;

/** Where the application stands between start and stop. Told by what starts and stops it; any thread may ask. */
@ApplicationScoped
public class ServingState {

    /** The parts of the application's life, in their order. */
    public enum Phase {
        STARTING,
        SERVING,
        STOPPING
    }

    private volatile Phase phase = Phase.STARTING;
    private volatile BooleanSupplier freeMediaPorts = () -> false;

    /**
     * Calls are taken from now on.
     *
     * @param freeMediaPorts whether the media relay has ports for one more call; asked often, by any thread, so it has
     *     to be quick
     */
    public void serving(BooleanSupplier freeMediaPorts) {
        this.freeMediaPorts = freeMediaPorts;
        this.phase = Phase.SERVING;
    }

    /** New calls should go elsewhere from now on. */
    public void stopping() {
        this.phase = Phase.STOPPING;
    }

    public Phase phase() {
        return phase;
    }

    /** Whether media of one more call could be carried. */
    public boolean hasFreeMediaPorts() {
        return freeMediaPorts.getAsBoolean();
    }
}
