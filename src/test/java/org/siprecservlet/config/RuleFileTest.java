package org.siprecservlet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Headers;
import org.siprecservlet.call.Identity;
import org.siprecservlet.call.IncomingCall;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.media.MediaProtection;
import org.siprecservlet.recording.HeaderLine;
import org.siprecservlet.recording.PartyPolicy;
import org.siprecservlet.recording.RecorderProfile;
import org.siprecservlet.recording.RecordingDecision;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.rule.CallRules;
import org.siprecservlet.rule.Rule;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.selection.ServerGroup;
import org.siprecservlet.selection.Strategy;

class RuleFileTest {

    private static final String COMPLETE =
            """
            groups:
              sales:
                servers:
                  - uri: sip:one.example;transport=tcp
                  - sip:two.example
                strategy: round-robin
                skip-failover-codes: 486|^6
                answer-timeout: 2s
              support:
                servers: [{uri: "sip:three.example"}]
            rules:
              - name: never the boss
                when: {caller: "^sip:boss@", source: [10.0.0.0/8, "::1"]}
                record: no
              - name: sales
                when:
                  callee: "@sales[.]example$"
                  request-uri: sales
                  header: {X-Record: "^yes$"}
                  source: 192.0.2.7
                to: sales
                instance: first
                group: ${header.X-Queue}
                caller: <nameID aor="${from.uri}"><name>${from.name}</name></nameID>
                callee: <nameID aor="sip:bob@example.com"/>
                media: 127.0.0.1
                headers:
                  - "X-Caller: ${from.user}"
                  - "X-Fixed: 1"
                socket: udp:127.0.0.1:5062
                from-uri: sip:src@example.com
                to-uri: sip:srs@example.com
                group-extension: <a>1</a>
                session-extension: <b>${call-id}</b>
              - servers: [sip:four.example]
                instance: second
            """;

    private static SiprecConfig read(String yaml, String... keysAndValues) {
        String[] all = new String[keysAndValues.length + 2];
        all[0] = "siprec.config";
        all[1] = "siprec.yaml";
        System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
        return SiprecConfig.read(MapSettings.of(all), Map.of("siprec.yaml", yaml)::get, List.of());
    }

    private static List<String> faults(String yaml, String... keysAndValues) {
        ConfigurationFaults faults = catchThrowableOfType(ConfigurationFaults.class, () -> read(yaml, keysAndValues));
        assertThat(faults).as("faults in %s", yaml).isNotNull();
        return faults.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void isNotReadWhenNothingNamesIt() {
        SiprecConfig config = SiprecConfig.read(
                MapSettings.of(),
                path -> {
                    throw new AssertionError("nobody asked for " + path);
                },
                List.of());

        assertThat(config.rules()).isEqualTo(RuleSettings.NONE);
    }

    @Test
    void mayBeEmpty() {
        assertThat(read("").rules()).isEqualTo(RuleSettings.NONE);
        assertThat(read("groups:\nrules:\n").rules()).isEqualTo(RuleSettings.NONE);
    }

    @Test
    void hasGroupsWithTheirTerms() {
        List<ServerGroup> groups =
                read(COMPLETE, "siprec.srs.answer-timeout", "3s").rules().groups();

        assertThat(groups).extracting(ServerGroup::name).containsExactly("sales", "support", "servers of rules[2]");
        assertThat(groups.get(0).servers())
                .containsExactly(new SrsUri("sip:one.example;transport=tcp"), new SrsUri("sip:two.example"));
        assertThat(groups.get(0).strategy()).isEqualTo(Strategy.ROUND_ROBIN);
        assertThat(groups.get(0).terms().skipFailoverCodes()).hasToString("486|^6");
        assertThat(groups.get(0).terms().answerTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(groups.get(1).strategy()).isEqualTo(Strategy.HUNT);
        assertThat(groups.get(1).terms().answerTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @Requirement({"IND-17", "PRF-01"})
    void saysWhatThePartiesHaveToDoWithTheRecording() {
        List<Rule> rules =
                read("""
                        rules:
                          - {servers: "sip:a", indication: silent}
                          - {servers: "sip:a", recordpref: obey}
                          - {servers: "sip:a"}
                        """)
                        .rules()
                        .rules();

        assertThat(rules)
                .extracting(Rule::parties)
                .containsExactly(new PartyPolicy(true, false), new PartyPolicy(false, true), PartyPolicy.STANDARD);
    }

    @Test
    void saysHowOftenTheServersOfAGroupAreAsked() {
        List<ServerGroup> groups = read(
                        """
                        groups:
                          some: {servers: ["sip:one.example"], keepalive: 10s}
                          others: {servers: ["sip:two.example"], keepalive: 0s}
                          most: {servers: ["sip:three.example"]}
                        """,
                        "siprec.srs.keepalive",
                        "1m")
                .rules()
                .groups();

        assertThat(groups)
                .extracting(group -> group.terms().keepalive())
                .containsExactly(Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void saysWhichGroupsTakePartialMetadata() {
        List<ServerGroup> groups =
                read("""
                        groups:
                          some: {servers: ["sip:one.example"], metadata-updates: partial}
                          others: {servers: ["sip:two.example"], metadata-updates: complete}
                          most: {servers: ["sip:three.example"]}
                        """)
                        .rules()
                        .groups();

        assertThat(groups)
                .extracting(group -> group.terms().profile().mergesMetadata())
                .containsExactly(true, false, false);
    }

    @Test
    void saysWhichGroupsHaveToBeToldOtherwise() {
        List<ServerGroup> groups =
                read("""
                        groups:
                          old: {servers: ["sip:one.example"], profile: drafts}
                          both: {servers: ["sip:two.example"], profile: drafts, metadata-updates: partial}
                          most: {servers: ["sip:three.example"]}
                        """)
                        .rules()
                        .groups();

        RecorderProfile drafts = RecorderProfile.named("drafts").orElseThrow();
        assertThat(groups)
                .extracting(group -> group.terms().profile())
                .containsExactly(drafts, drafts.mergingMetadata(true), RecorderProfile.STANDARD);
    }

    @Test
    void saysWhichCodecsGroupsGet() {
        List<ServerGroup> groups = read(
                        """
                                groups:
                                  old: {servers: ["sip:one.example"], codecs: [PCMA, G722]}
                                  most: {servers: ["sip:two.example"]}
                                """,
                        "siprec.media.engine",
                        "rtpengine")
                .rules()
                .groups();

        assertThat(groups)
                .extracting(group -> group.terms().codecs())
                .containsExactly(List.of("PCMA", "G722"), List.of());
    }

    @Test
    void saysWhichGroupsGetEncryptedMedia() {
        List<ServerGroup> groups = read(
                        """
                                groups:
                                  safe: {servers: ["sip:one.example"], media: srtp}
                                  plain: {servers: ["sip:two.example"], media: rtp}
                                  most: {servers: ["sip:three.example"]}
                                """,
                        "siprec.media.engine",
                        "rtpengine")
                .rules()
                .groups();

        assertThat(groups)
                .extracting(group -> group.terms().protection())
                .containsExactly(MediaProtection.SRTP, MediaProtection.RTP, MediaProtection.AS_CALL);
    }

    @ParameterizedTest
    @CsvSource({"embedded", "rtpproxy"})
    void refusesEncryptedMediaWhereNothingEncrypts(String engine) {
        String rules =
                "groups: {safe: {servers: ['sip:one.example'], media: srtp}, plain: {servers: ['sip:a'], media: rtp}}";

        assertThat(faults(rules, "siprec.media.engine", engine))
                .singleElement()
                .asString()
                .contains("groups.safe.media")
                .contains("the media relay " + engine + " copies unencrypted media, and encrypts nothing");
    }

    @ParameterizedTest
    @CsvSource({"embedded", "rtpproxy"})
    void refusesCodecsOfAGroupWhereNothingTranscodes(String engine) {
        String rules = "groups: {old: {servers: ['sip:one.example'], codecs: [PCMA]}}";

        assertThat(faults(rules, "siprec.media.engine", engine))
                .singleElement()
                .asString()
                .contains("groups.old.codecs")
                .contains("the media relay " + engine + " copies in the codecs of the call, and transcodes nothing")
                .contains("set siprec.media.engine to rtpengine");
    }

    @Test
    void hasRulesInTheirOrder() {
        assertThat(read(COMPLETE).rules().rules())
                .extracting(Rule::name, Rule::record, Rule::instance, Rule::group)
                .containsExactly(
                        tuple("never the boss", false, "default", null),
                        tuple("sales", true, "first", "sales"),
                        tuple("rules[2]", true, "second", "servers of rules[2]"));
    }

    @Test
    void makesPlansOfCalls() {
        List<RecordingPlan> plans = decide(call("sip:alice@example.com", "192.0.2.7"));

        assertThat(plans).extracting(RecordingPlan::instance).containsExactly("first", "second");
        assertThat(plans.get(0).details()).satisfies(details -> {
            assertThat(details.group()).isEqualTo("gold");
            assertThat(details.caller().nameIds().get(0).aor()).isEqualTo("sip:alice@example.com");
            assertThat(details.headers())
                    .containsExactly(new HeaderLine("X-Caller", "alice"), new HeaderLine("X-Fixed", "1"));
            assertThat(details.socket()).hasToString("udp:127.0.0.1:5062");
            assertThat(details.sessionExtension()).hasSize(1);
        });
        assertThat(plans.get(1).search().begin(0).target()).isEqualTo(new SrsUri("sip:four.example"));
    }

    @Test
    void keepsCallsFromBeingRecorded() {
        assertThat(decide(call("sip:boss@example.com", "10.1.2.3")))
                .extracting(RecordingPlan::instance)
                .containsExactly("second");
    }

    private static IncomingCall call(String caller, String address) {
        return new IncomingCall(
                new CallId("call-1"),
                new Identity(caller, "Alice"),
                new Identity("sip:1@sales.example", ""),
                "sip:1@sales.example",
                Headers.of(Map.of("X-Record", List.of("yes"), "X-Queue", List.of("gold"))),
                address,
                Instant.EPOCH);
    }

    private static List<RecordingPlan> decide(IncomingCall call) {
        SiprecConfig config = read(COMPLETE);
        ServerCatalog servers = new ServerCatalog(
                config.rules().groups(), List.of(), config.servers().terms(), Clock.systemUTC());
        return new CallRules(config.rules().rules(), servers)
                .decide(call).stream()
                        .map(decision -> ((RecordingDecision.Planned) decision).plan())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grups: {}                                | siprec.yaml:1 grups = \"\": there is no such key; the nearest known one is groups",
                "groups: {a: {servers: [sip:a], stategy: hunt}} | siprec.yaml:1 groups.a.stategy = \"hunt\": there is no such key; the nearest known one is strategy",
                "groups: {a: {servers: [sip:a], strategy: random}} | groups.a.strategy = \"random\": there is no such strategy; write hunt or round-robin",
                "groups: {a: {}}                          | groups.a = \"\": there is no server",
                "groups: {a: {servers: [nonsense]}}       | groups.a.servers[0] = \"nonsense\": \"nonsense\" is not a SIP URI",
                "groups: {a: {servers: [{url: sip:a}]}}   | groups.a.servers[0].url = \"sip:a\": there is no such key; the nearest known one is uri",
                "groups: {a b: {servers: [sip:a]}}        | \"a b\" is no name for a group",
                "groups: {a: {servers: sip:a, answer-timeout: 4}} | groups.a.answer-timeout = \"4\": a duration needs a unit",
                "groups: {a: {servers: sip:a, skip-failover-codes: \"4[\"}} | is not a regular expression",
                "groups: [a]                              | groups = \"\": this is not an object with keys",
                "groups: {a: {servers: sip:a}, a: {servers: sip:b}} | groups.a = \"a\": this key is there twice",
                "rules: [{to: sales}]                     | rules[0].to = \"sales\": there is no such group; there are no groups",
                "rules: [{}]                              | rules[0] = \"\": there is no server to record at",
                "rules: [{servers: sip:a, to: b}]         | rules[0].to = \"b\": a rule can not have servers and a group",
                "rules: [{servers: sip:a, record: maybe}] | rules[0].record = \"maybe\": this is neither true nor false",
                "rules: [{record: false, group: x}]       | rules[0].group = \"x\": a rule that does not record has no use for it",
                "rules: [{servers: sip:a, indication: none}] | rules[0].indication = \"none\": there is no such choice; write sdp or silent",
                "rules: [{servers: sip:a, recordpref: on}] | rules[0].recordpref = \"on\": there is no such choice; write ignore or obey",
                "rules: [{servers: sip:a, instance: a b}] | rules[0].instance = \"a b\": it has to be 1 to 64",
                "rules: [{servers: sip:a, media: x}]      | rules[0].media = \"x\": \"x\" is not an IPv4",
                "rules: [{servers: sip:a, caller: x}]     | rules[0].caller = \"x\": there is text where only elements can be",
                "rules: [{servers: sip:a, headers: [\"X: ${y}\"]}] | rules[0].headers[0] = \"X: ${y}\": a call has no ${y}",
                "rules: [{servers: sip:a, when: {caler: x}}] | rules[0].when.caler = \"x\": there is no such key; the nearest known one is caller",
                "rules: [{servers: sip:a, when: {caller: \"(\"}}] | rules[0].when.caller = \"(\": this is not a regular expression",
                "rules: [{servers: sip:a, when: {caller: \"(?=x)\"}}] | look-around and back references are not known",
                "rules: [{servers: sip:a, when: {source: x}}] | rules[0].when.source = \"x\": this is neither an IP address",
                "rules: [{servers: sip:a, when: {header: {X: [1]}}}] | rules[0].when.header.X = \"\": this is not a text",
                "a: b: c                                  | this file is not YAML: line 1, column 5"
            })
    void isRefusedWithThePlaceOfTheFault(String yaml, String fault) {
        assertThat(faults(yaml)).hasSize(1).first().asString().contains(fault);
    }

    @Test
    void tellsAllFaultsWithTheirLinesAndThoseOfTheKeys() {
        String yaml =
                """
                groups:
                  sales:
                    servers: [sip:one.example]
                rules:
                  - to: sale
                    record: perhaps
                  - to: sales
                    when: {caller: "["}
                """;

        assertThat(faults(yaml, "siprec.media.ports", "9"))
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault).startsWith("siprec.yaml:5 rules[0].to"))
                .anySatisfy(fault -> assertThat(fault).startsWith("siprec.yaml:6 rules[0].record"))
                .anySatisfy(fault -> assertThat(fault).startsWith("siprec.yaml:8 rules[1].when.caller"))
                .anySatisfy(fault -> assertThat(fault).startsWith("siprec.media.ports"));
    }

    @Test
    void survivesAListThatHoldsItself() {
        assertThat(faults("rules: &a [*a]")).first().asString().contains("rules[0] = \"\": this is not an object");
    }

    @Test
    void takesTheStandardServersWhenARuleNamesNone() {
        assertThat(read("rules: [{}]", "siprec.srs", "sip:a").rules().rules())
                .extracting(Rule::group)
                .containsExactly((String) null);
    }
}
