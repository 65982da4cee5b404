package org.siprecservlet.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.recording.BadPlanException;
import org.siprecservlet.recording.RecordingDecision;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.RecordingRule;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.selection.ServerCatalog;

/**
 * The rules of the configuration. For each instance the first rule that holds decides; a call that no rule holds for is
 * recorded at the standard servers, if there are any.
 */
public final class CallRules implements RecordingRule {

    private static final System.Logger LOG = System.getLogger(CallRules.class.getName());
    private static final System.Logger AUDIT = System.getLogger("org.siprecservlet.rule.audit");

    private final List<Rule> rules;
    private final ServerCatalog servers;

    /** @param servers has every group that a rule names, and standard servers when a rule names none */
    public CallRules(List<Rule> rules, ServerCatalog servers) {
        this.rules = List.copyOf(rules);
        this.servers = servers;
    }

    @Override
    public List<RecordingDecision> decide(IncomingCall call) {
        Map<String, Rule> byInstance = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (!byInstance.containsKey(rule.instance()) && rule.when().holdsFor(call)) {
                byInstance.put(rule.instance(), rule);
            }
        }
        return byInstance.isEmpty() ? standard() : decisions(call, List.copyOf(byInstance.values()));
    }

    private List<RecordingDecision> standard() {
        return servers.standard()
                .map(search -> new RecordingPlan(RecordingPlan.DEFAULT_INSTANCE, search))
                .<RecordingDecision>map(RecordingDecision.Planned::new)
                .map(List::of)
                .orElse(List.of());
    }

    private List<RecordingDecision> decisions(IncomingCall call, List<Rule> decisive) {
        LOG.log(
                System.Logger.Level.DEBUG,
                () -> "call " + call.id() + ": decided by "
                        + decisive.stream().map(Rule::name).toList());
        return decisive.stream()
                .filter(Rule::record)
                .map(rule -> decision(rule, call))
                .toList();
    }

    private RecordingDecision decision(Rule rule, IncomingCall call) {
        try {
            RecordingPlan plan = new RecordingPlan(
                    rule.instance(), search(rule), rule.details().fill(call), rule.parties(), rule.notice());
            if (rule.parties().silent()) {
                AUDIT.log(
                        System.Logger.Level.INFO,
                        "call " + call.id() + ", instance " + rule.instance()
                                + ": the parties are not told of the recording, as rule \"" + rule.name() + "\" says");
            }
            return new RecordingDecision.Planned(plan);
        } catch (BadPlanException e) {
            String why = "rule " + rule.name() + ": " + e.why();
            return new RecordingDecision.Impossible(rule.instance(), new BadPlanException(e.field(), why));
        }
    }

    private ServerSearch search(Rule rule) {
        Optional<ServerSearch> search = rule.group() == null ? servers.standard() : servers.group(rule.group());
        return search.orElseThrow(
                () -> new IllegalStateException("the configuration has let through a rule without servers"));
    }
}
