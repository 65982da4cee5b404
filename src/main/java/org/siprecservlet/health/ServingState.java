package org.siprecservlet.health;

import java.util.function.Supplier;
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
    private volatile Supplier<Load> load = () -> Load.NOTHING_TAKEN_YET;

    /**
     * Calls are taken from now on.
     *
     * @param load tells what is being carried; asked often, by any thread, so it has to be quick
     */
    public void serving(Supplier<Load> load) {
        this.load = load;
        this.phase = Phase.SERVING;
    }

    /** New calls should go elsewhere from now on. */
    public void stopping() {
        this.phase = Phase.STOPPING;
    }

    public Phase phase() {
        return phase;
    }

    /** What is being carried now. */
    public Load load() {
        return load.get();
    }
}
