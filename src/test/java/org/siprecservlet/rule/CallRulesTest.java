package org.siprecservlet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.siprecservlet.recording.PartyPolicy;
import org.siprecservlet.recording.PlanField;
import org.siprecservlet.recording.RecordingDecision;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.selection.ServerGroup;
import org.siprecservlet.selection.Strategy;

class CallRulesTest {

    private static final SrsUri STANDARD = new SrsUri("sip:standard.example;transport=tcp");
    private static final SrsUri SALES = new SrsUri("sip:sales.example;transport=tcp");
    private static final ServerGroup.Terms TERMS =
            new ServerGroup.Terms(ServerGroup.Terms.NO_CODE, Duration.ofSeconds(4));
    private static final Condition NOBODY = new Condition(Pattern.compile("nobody"), null, null, Map.of(), List.of());

    private static List<RecordingDecision> decide(List<SrsUri> standard, Rule... rules) {
        ServerGroup sales = new ServerGroup("sales", List.of(SALES), Strategy.HUNT, TERMS);
        ServerCatalog catalog = new ServerCatalog(List.of(sales), standard, TERMS, Clock.systemUTC());
        return new CallRules(List.of(rules), catalog).decide(Calls.call("X-Evil", "1\r\n2"));
    }

    private static List<String> plans(Rule... rules) {
        return decide(List.of(STANDARD), rules).stream()
                .map(decision -> ((RecordingDecision.Planned) decision).plan())
                .map(plan -> plan.instance() + " at " + target(plan))
                .toList();
    }

    private static SrsUri target(RecordingPlan plan) {
        return plan.search().begin(2000).target();
    }

    private static Rule rule(Condition when, String instance, boolean record, String group) {
        return new Rule("a rule", when, instance, record, group, PlanTemplates.NONE, PartyPolicy.STANDARD);
    }

    @Test
    void aCallThatNoRuleDecidesIsRecordedAtTheStandardServers() {
        assertThat(plans()).containsExactly("default at " + STANDARD);
        assertThat(plans(rule(NOBODY, "default", false, null))).containsExactly("default at " + STANDARD);
    }

    @Test
    void itIsNotRecordedWhenThereAreNone() {
        assertThat(decide(List.of())).isEmpty();
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        assertThat(plans(
                        rule(NOBODY, "default", true, null),
                        rule(Condition.ALWAYS, "default", true, "sales"),
                        rule(Condition.ALWAYS, "default", false, null)))
                .containsExactly("default at " + SALES);
    }

    @Test
    void aRuleMaySayThatACallIsNotRecorded() {
        assertThat(plans(rule(Condition.ALWAYS, "default", false, null))).isEmpty();
    }

    @Test
    void eachInstanceIsDecidedByItself() {
        assertThat(plans(
                        rule(Condition.ALWAYS, "second", true, "sales"),
                        rule(Condition.ALWAYS, "default", true, null),
                        rule(Condition.ALWAYS, "third", false, null)))
                .containsExactly("second at " + SALES, "default at " + STANDARD);
    }

    @Test
    void aRuleThatDecidesOneInstanceKeepsTheCallFromTheStandardServers() {
        assertThat(plans(rule(Condition.ALWAYS, "second", true, "sales"))).containsExactly("second at " + SALES);
    }

    @Test
    void aCallCanMakeItsOwnRecordingImpossibleAndNoOther() {
        PlanTemplates evil = new PlanTemplates(Map.of(PlanField.HEADERS, Template.parse("X-Copy: ${header.X-Evil}")));

        List<RecordingDecision> decisions = decide(
                List.of(STANDARD),
                new Rule("copies", Condition.ALWAYS, "default", true, null, evil, PartyPolicy.STANDARD),
                rule(Condition.ALWAYS, "second", true, "sales"));

        assertThat(decisions).hasSize(2);
        assertThat(decisions.get(0)).isInstanceOfSatisfying(RecordingDecision.Impossible.class, impossible -> {
            assertThat(impossible.instance()).isEqualTo("default");
            assertThat(impossible.why()).hasMessageStartingWith("headers: rule copies: ${header.X-Evil} of this call");
        });
        assertThat(decisions.get(1)).isInstanceOf(RecordingDecision.Planned.class);
    }
}
