package org.siprecservlet.rule;

import java.util.Objects;
import org.siprecservlet.recording.PartyNotice;
import org.siprecservlet.recording.PartyPolicy;

/**
 * One rule of the configuration.
 *
 * @param name for people
 * @param when which calls it is about
 * @param instance which recording of those calls it decides on
 * @param record whether they are recorded
 * @param group the name of the group of servers; null: the servers for calls that no rule decides
 * @param details how the recording presents itself
 * @param parties what the parties have to do with it
 * @param notice what the parties hear of it; null: what the settings say
 */
public record Rule(
        String name,
        Condition when,
        String instance,
        boolean record,
        String group,
        PlanTemplates details,
        PartyPolicy parties,
        PartyNotice notice) {

    /** A rule that leaves it to the settings what the parties hear. */
    public Rule(
            String name,
            Condition when,
            String instance,
            boolean record,
            String group,
            PlanTemplates details,
            PartyPolicy parties) {
        this(name, when, instance, record, group, details, parties, null);
    }

    public Rule {
        Objects.requireNonNull(name);
        Objects.requireNonNull(when);
        Objects.requireNonNull(instance);
        Objects.requireNonNull(details);
        Objects.requireNonNull(parties);
    }
}
