package org.siprecservlet.recording;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How one call is to be recorded.
 *
 * @param instance names this recorder among several of one call
 * @param search finds the server
 * @param details how the recording presents itself to the server
 * @param parties what the parties of the call have to do with it
 * @param notice what the parties hear of it; null: what the settings say
 */
public record RecordingPlan(
        String instance, ServerSearch search, SessionDetails details, PartyPolicy parties, PartyNotice notice) {

    /** The instance that has no other name. */
    public static final String DEFAULT_INSTANCE = "default";

    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    public RecordingPlan {
        Objects.requireNonNull(instance, "a plan needs an instance");
        Objects.requireNonNull(search, "a plan needs a way to find a server");
        Objects.requireNonNull(details, "a plan that says nothing of itself says so");
        Objects.requireNonNull(parties, "a plan says what the parties have to do with it");
    }

    /** A plan that says nothing of how the recording presents itself. */
    public RecordingPlan(String instance, ServerSearch search) {
        this(instance, search, SessionDetails.NONE);
    }

    /** A plan that leaves it to the settings what the parties hear. */
    public RecordingPlan(String instance, ServerSearch search, SessionDetails details, PartyPolicy parties) {
        this(instance, search, details, parties, null);
    }

    /** A plan that the parties are told of, and have no say in. */
    public RecordingPlan(String instance, ServerSearch search, SessionDetails details) {
        this(instance, search, details, PartyPolicy.STANDARD);
    }

    /** The same, in which the parties hear this unless it says otherwise, or is silent. */
    RecordingPlan orNotice(PartyNotice standard) {
        if (notice != null) {
            return this;
        }
        return new RecordingPlan(instance, search, details, parties, parties.silent() ? PartyNotice.NONE : standard);
    }

    /**
     * The name of an instance, which comes to stand in URIs, logs and events.
     *
     * @param text null or blank: the default instance
     * @throws BadPlanException when it is not 1 to 64 letters, digits, dots, hyphens, underscores and tildes
     */
    public static String instance(String text) throws BadPlanException {
        if (text == null || text.isBlank()) {
            return DEFAULT_INSTANCE;
        }
        if (!INSTANCE.matcher(text).matches()) {
            throw new BadPlanException("instance", "it has to be 1 to 64 of the characters A-Z a-z 0-9 . _ ~ -");
        }
        return text;
    }
}
