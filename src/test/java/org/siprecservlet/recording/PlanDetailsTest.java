package org.siprecservlet.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.metadata.MetadataChecker;

/** What a plan says of a recording reaches the server, and only what a server can understand. */
class PlanDetailsTest {

    private static final Pattern GROUP_ID = Pattern.compile("group_id=\"([^\"]+)\"");

    private static Recorder record(Map<PlanField, String> texts) throws Exception {
        Recorder recorder = new Recorder(new FakeRelay().atOnce());
        recorder.service.start(
                recorder.answer("call-1").id(),
                new RecordingPlan("default", Recorder.plan("default").search(), SessionDetails.of(texts)));
        return recorder;
    }

    private static String document(Map<PlanField, String> texts) throws Exception {
        Recorder recorder = record(texts);
        byte[] document = recorder.service.lastMetadata(recorder.only().id()).orElseThrow();
        assertThat(MetadataChecker.check(document, Set.of("1", "2"))).isEmpty();
        return new String(document, StandardCharsets.UTF_8);
    }

    private static String groupId(String group) throws Exception {
        return GROUP_ID.matcher(document(Map.of(PlanField.GROUP, group)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theIdOfAGroupIsMadeOfItsNameWithTheKey() throws Exception {
        assertThat(groupId("sales"))
                .isEqualTo(Recorder.GROUP_KEY.idOf("sales").toString())
                .isNotEqualTo(groupId("support"));
    }

    @Test
    void theGroupsNameIsToldBesideItsExtensionData() throws Exception {
        assertThat(document(Map.of(
                        PlanField.GROUP, "A & B <x>", PlanField.GROUP_EXTENSION, "<callcenterID> 17</callcenterID>")))
                .containsSubsequence(
                        "<group ",
                        ":name xmlns:x1=\"urn:siprec-servlet:group:1\">A &amp; B &lt;x></",
                        ":callcenterID xmlns:x1=\"urn:siprec-servlet:extension:1\">17</",
                        "</group>");
    }

    @Test
    void theSessionHasItsExtensionData() throws Exception {
        assertThat(document(Map.of(PlanField.SESSION_EXTENSION, "<a/><b>2</b>")))
                .containsSubsequence("<session ", ":callId ", ":a ", ":b ", "</session>");
    }

    @Test
    void thePartiesAreWhoThePlanSaysTheyAre() throws Exception {
        assertThat(document(Map.of(
                        PlanField.CALLER,
                                "<nameID aor=\"sip:17@example.com\"><name>Agent 17</name></nameID><desk>4</desk>",
                        PlanField.CALLEE, "<nameID aor=\"tel:+15550100\"/>")))
                .containsSubsequence(
                        "<nameID aor=\"sip:17@example.com\">",
                        "<name>Agent 17</name>",
                        ":desk ",
                        "</participant>",
                        "<nameID aor=\"tel:+15550100\"/>")
                .doesNotContain("alice@example.com");
    }

    @Test
    void theInviteIsMadeByThePlan() throws Exception {
        SessionDetails details = record(Map.of(PlanField.HEADERS, "X-A: 1")).srs.first().details;

        assertThat(details.headers()).containsExactly(new HeaderLine("X-A", "1"));
    }

    @Test
    void theCopyIsSentFromTheAddressOfThePlan() throws Exception {
        assertThat(record(Map.of(PlanField.MEDIA, "127.0.0.2")).relay.copies)
                .singleElement()
                .extracting(copy -> copy.from())
                .isEqualTo(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}));
    }

    @Test
    void aPlanThatCanNotBeCarriedOutEndsTheSearch() throws Exception {
        Recorder recorder = new Recorder(new FakeRelay().atOnce(), Recorder.ONE, Recorder.TWO);
        recorder.answer("call-1");
        recorder.srs.first().beImpossible();

        assertThat(recorder.srs.dialogs).hasSize(1);
        assertThat(recorder.facts()).containsExactly("RecordingFailed");
        assertThat(recorder.only().reason()).contains(EndReason.BAD_PLAN);
        assertThat(recorder.only().detail()).contains("socket: there is no such socket");
        assertThat(recorder.relay.copies).isEmpty();
    }
}
