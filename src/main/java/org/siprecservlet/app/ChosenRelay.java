package org.siprecservlet.app;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.siprecservlet.health.Load;
import org.siprecservlet.media.MediaRelay;
import org.siprecservlet.media.PassingRelay;

/**
 * The relay that the configuration names, and what is asked of it beside calls.
 *
 * @param hasRoom whether it can take one more call
 * @param figures what health tells of it
 * @param closing ends it
 */
record ChosenRelay(MediaRelay media, BooleanSupplier hasRoom, Supplier<Map<String, Long>> figures, Runnable closing) {

    /** The same, past which calls go that it can not take. */
    ChosenRelay letsCallsPass() {
        return new ChosenRelay(new PassingRelay(media), hasRoom, figures, closing);
    }

    Load load(int calls) {
        return new Load(calls, hasRoom.getAsBoolean(), figures.get());
    }
}
