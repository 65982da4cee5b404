package org.siprecservlet.recording;

import java.util.Objects;

/**
 * How one call is to be recorded.
 *
 * @param instance names this recorder among several of one call
 * @param search finds the server
 */
public record RecordingPlan(String instance, ServerSearch search) {

    /** The instance that has no other name. */
    public static final String DEFAULT_INSTANCE = "default";

    public RecordingPlan {
        Objects.requireNonNull(instance, "a plan needs an instance");
        Objects.requireNonNull(search, "a plan needs a way to find a server");
    }
}
