package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.siprecservlet.testkit.sip.Edit.header;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.RecordedSession;
import org.siprecservlet.testkit.sip.NameAddress;
import org.siprecservlet.testkit.sip.SipMessage;
import org.siprecservlet.testkit.sip.Transport;

/** What a recording was told to be, on the wire. */
@ContainerTest
class RecordingPlanIT {

    private final Stage stage = new Stage();

    @Deployment(testable = false)
    static WebArchive war() {
        String rules = String.format(
                Locale.ROOT,
                """
                rules:
                  - when: {header: {X-Plan: metadata}}
                    group: sales & <co>
                    group-extension: <callcenterID> 17</callcenterID>
                    session-extension: <callcenterCode>dfgh3q45gsdfty5</callcenterCode><q:x xmlns:q="urn:q" y="1"/>
                    caller: |
                      <nameID aor="${from.uri}"><name>${header.X-Agent}</name></nameID><desk>4</desk>
                    callee: <nameID aor="sip:6024151234@10.0.0.11:5090"><name>test</name></nameID>
                  - when: {header: {X-Plan: headers}}
                    headers: ["X-MY-CUSTOM_HDR: 1", "X-Call: ${call-id}", "User-Agent: told by a rule"]
                    from-uri: sip:recording@client.example
                    to-uri: sip:any@recorder.example
                  - when: {header: {X-Plan: media}}
                    media: ::1
                  - when: {header: {X-Plan: elsewhere}}
                    media: 127.0.0.9
                  - when: {header: {X-Plan: socket-udp}}
                    servers: ["%1$s;transport=udp"]
                    socket: udp:127.0.0.1:%2$d
                  - when: {header: {X-Plan: socket-tcp}}
                    socket: 127.0.0.1:%2$d
                  - when: {header: {X-Plan: unknown-socket}}
                    socket: 127.0.0.1:9
                  - when: {header: {X-Plan: template}}
                    from-uri: sip:${header.X-User}@client.example
                """,
                Stage.RECORDER_URI,
                Server.secondSipPort());
        return Wars.siprecServlet(
                rules, Map.of("siprec.srs", Stage.RECORDER_URI, "siprec.media.address", "127.0.0.1,::1"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RecordedSession recorded(String plan) {
        stage.call(header("X-Plan", plan), header("X-Agent", "</name><x/>&amp; \"Agent\" 17"));
        return stage.session();
    }

    private void assertRecorded(RecordedSession session) {
        Voice.assertHeard(Voice.ALICE, session.line(1).awaitPackets(Voice.ENOUGH));
        Voice.assertHeard(Voice.BOB, session.line(2).awaitPackets(Voice.ENOUGH));
    }

    private JsonNode failed(String plan) {
        Talk talk = stage.call(header("X-Plan", plan), header("X-User", "no body@"));
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("failed");
        talk.assertBothAreHeard();
        assertThat(stage.recorder.sessions()).isEmpty();
        return recording;
    }

    @Test
    @Requirement("MDX-15")
    void theMetadataSayWhatThePlanSays() {
        RecordedSession session = recorded("metadata");
        Metadata metadata = Metadata.of(session);

        assertThat(MetadataChecker.check(session.metadata(), Metadata.labels(session)))
                .isEmpty();
        assertThat(metadata.text("//*[local-name()='group']/*[local-name()='name']"))
                .isEqualTo("sales & <co>");
        assertThat(metadata.text("//*[local-name()='group']/*[local-name()='callcenterID']"))
                .isEqualTo("17");
        assertThat(metadata.text("//*[local-name()='session']/*[local-name()='callcenterCode']"))
                .isEqualTo("dfgh3q45gsdfty5");
        assertThat(metadata.text("//*[local-name()='session']/*[local-name()='x']/@y"))
                .isEqualTo("1");
        assertThat(metadata.text("//*[local-name()='participant']/*[local-name()='desk']"))
                .isEqualTo("4");
        assertThat(metadata.texts("//*[local-name()='nameID']/*"))
                .containsExactly("</name><x/>&amp; \"Agent\" 17", "test");
        assertThat(metadata.texts("//*[local-name()='nameID']/@aor"))
                .element(1)
                .isEqualTo("sip:6024151234@10.0.0.11:5090");
        assertRecorded(session);
    }

    @Test
    void theGroupHasTheSameIdEachTime() {
        String path = "//*[local-name()='group']/@group_id";
        String one = Metadata.of(recorded("metadata")).text(path);
        String two = Metadata.of(recorded("metadata")).text(path);

        assertThat(two).isEqualTo(one);
    }

    @Test
    void theInviteHasTheHeadersAndTheUrisOfThePlan() {
        RecordedSession session = recorded("headers");
        SipMessage invite = session.invite();

        assertThat(invite.values("X-MY-CUSTOM_HDR")).containsExactly("1");
        assertThat(invite.values("X-Call")).hasSize(1).doesNotContain(invite.callId());
        assertThat(invite.values("User-Agent")).containsExactly("told by a rule");
        assertThat(uri(invite, "From")).isEqualTo("sip:recording@client.example");
        assertThat(uri(invite, "To")).isEqualTo("sip:any@recorder.example");
        assertThat(invite.requestUri()).startsWith(Stage.RECORDER_URI);
        assertRecorded(session);
    }

    private static String uri(SipMessage message, String header) {
        return NameAddress.parse(message.header(header).orElseThrow()).uri();
    }

    @Test
    void theCopyIsOfferedFromTheAddressOfThePlan() {
        // It could not send to this recorder, which has no IPv6.
        stage.recorder.willRefuse(603);

        assertThat(recorded("media").offerSdp()).contains("c=IN IP6 ::1").doesNotContain("IP4");
    }

    @Test
    void theCopyIsNotSentFromAnAddressThatTheRelayDoesNotHave() {
        JsonNode recording = failed("elsewhere");

        assertThat(recording.get("reason").asText()).isEqualTo("bad-plan");
        assertThat(recording.get("detail").asText())
                .contains("127.0.0.9, which is none of the relay's addresses: 127.0.0.1, ::1");
    }

    @Test
    void theInviteLeavesFromTheSocketOfThePlanOverUdp() {
        RecordedSession session = recorded("socket-udp");

        assertThat(session.call().transport()).isEqualTo(Transport.UDP);
        assertComesFromTheSecondSocket(session);
    }

    @Test
    void theInviteLeavesFromTheSocketOfThePlanOverTcp() {
        RecordedSession session = recorded("socket-tcp");

        assertThat(session.call().transport()).isEqualTo(Transport.TCP);
        assertComesFromTheSecondSocket(session);
    }

    private void assertComesFromTheSecondSocket(RecordedSession session) {
        String socket = Server.HOST + ":" + Server.secondSipPort();
        assertThat(session.invite().values("Via").get(0)).contains(socket);
        assertThat(session.invite().header("Contact").orElseThrow()).contains(socket);
        assertRecorded(session);
        assertThat(stage.recorder.sessions()).hasSize(1);
    }

    @Test
    void aSocketThatTheServerDoesNotHaveEndsTheRecordingAndSaysSo() {
        JsonNode recording = failed("unknown-socket");

        assertThat(recording.get("reason").asText()).isEqualTo("bad-plan");
        assertThat(recording.get("detail").asText()).isEqualTo("socket: this server listens on no socket 127.0.0.1:9");
    }

    @Test
    void aCallThatATemplateCanNotTakeIsNotRecordedAndTheReasonIsTold() {
        JsonNode recording = failed("template");

        assertThat(recording.get("reason").asText()).isEqualTo("bad-plan");
        assertThat(recording.get("detail").asText()).contains("fromUri", "is not a SIP URI");
    }
}
