package org.siprecservlet.config;

import java.util.List;
import org.siprecservlet.rule.Rule;
import org.siprecservlet.selection.ServerGroup;

/**
 * What the file at {@code siprec.config} says.
 *
 * @param groups the groups of recording servers, those that only one rule has included; each has another name
 * @param rules in the order in which they are asked
 */
public record RuleSettings(List<ServerGroup> groups, List<Rule> rules) {

    static final RuleSettings NONE = new RuleSettings(List.of(), List.of());

    public RuleSettings {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
    }
}
