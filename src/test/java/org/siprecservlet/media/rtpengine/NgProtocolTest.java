package org.siprecservlet.media.rtpengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.siprecservlet.call.Side;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.control.Control;
import org.siprecservlet.media.control.DatagramControl;
import org.siprecservlet.media.control.Datagrams;
import org.siprecservlet.media.control.HandAlarm;

/** The ng protocol, with replies as the real RTPengine 10.5.3.5 gave them. */
class NgProtocolTest {

    private static final String SUBSCRIBED =
            """
            {"sdp":"v=0\\r\\no=- 7711185911031694027 7711185911031694027 IN IP4 127.0.0.1\\r\\ns=rtpengine-10-5-3-5-1-deb12u1\\r\\n\
            t=0 0\\r\\nm=audio 40028 RTP/AVP 0 101\\r\\nc=IN IP4 127.0.0.1\\r\\na=label:1\\r\\na=sendonly\\r\\na=rtcp:40029\\r\\n",\
            "tag-medias":[{"tag":"ftag-A","medias":[{"index":1,"type":"audio","label":"1","mode":"sendrecv"}]}],"result":"ok"}""";

    private final List<String> sent = new ArrayList<>();
    private final HandAlarm time = new HandAlarm();
    private final AtomicInteger cookies = new AtomicInteger();
    private Consumer<String> receiver;

    private final Control control = new DatagramControl(
            new Datagrams() {
                @Override
                public void receive(Consumer<String> received) {
                    receiver = received;
                }

                @Override
                public void send(String datagram) {
                    sent.add(datagram);
                }

                @Override
                public void close() {}
            },
            () -> "c_" + cookies.incrementAndGet(),
            time,
            () -> Refusal.noReply("127.0.0.1:2223"));

    private final Node node = new Node(NodeAddress.parse("127.0.0.1:2223"), control);

    @Test
    void isUpOnceItHasAnsweredAPing() {
        CompletableFuture<Void> checked = node.check().toCompletableFuture();
        assertThat(node.place()).isEmpty();
        receiver.accept("c_1 {\"result\":\"pong\"}");

        assertThat(checked).isCompleted();
        assertThat(node.place()).isPresent();
        assertThat(sent).containsExactly("c_1 {\"command\":\"ping\"}");
    }

    @Test
    void sendsTheSameBytesAgainAndGivesUpAfterThreeSeconds() {
        CompletableFuture<Void> checked = node.check().toCompletableFuture();
        time.pass(Duration.ofSeconds(3));

        assertThat(checked).isCompleted();
        assertThat(node.trouble()).startsWith("RTPengine at 127.0.0.1:2223 does not answer.");
        assertThat(sent).hasSize(4).containsOnly("c_1 {\"command\":\"ping\"}");
    }

    @Test
    void ignoresRepliesThatComeTwice() {
        node.check();
        receiver.accept("c_1 {\"result\":\"pong\"}");
        receiver.accept("c_1 {\"result\":\"error\"}");

        assertThat(node.place()).isPresent();
        assertThat(time.running()).isZero();
    }

    @Test
    void asksForOneSideWithAllThatKeepsTheDaemonFromGuessing() {
        assertThat(NgCommand.subscribe("call", Side.CALLEE, "copy-callee").text())
                .isEqualTo("{\"command\":\"subscribe request\",\"call-id\":\"call\",\"from-tag\":\"callee\","
                        + "\"to-tag\":\"copy-callee\",\"flags\":[\"SIPREC\"],\"ICE\":\"remove\",\"rtcp-mux\":[\"demux\"],"
                        + "\"transport-protocol\":\"RTP/AVP\"}");
    }

    @Test
    void readsTheDescriptionOfASubscription() {
        var lines = NgReply.parse(SUBSCRIBED).sdp().orElseThrow().media();

        assertThat(lines).singleElement().satisfies(line -> assertThat(line.port())
                .isEqualTo(40028));
    }

    @Test
    void takesAnOkWithoutDescriptionForAFailure() {
        var described = node.describe(NgCommand.subscribe("call", Side.CALLER, "copy"), 1)
                .toCompletableFuture();
        receiver.accept("c_1 {\"result\":\"ok\"}");

        assertThatThrownBy(described::get).cause().hasMessageContaining("without a description");
    }

    @ParameterizedTest
    @CsvSource({
        "Unknown call-ID, UNKNOWN_CALL",
        "Unknown call-id, UNKNOWN_CALL",
        "Failed to parse SDP, UNUSABLE_DESCRIPTION",
        "Ran out of ports, NO_PORTS",
        "To-tag not found, UNKNOWN_CALL",
        "No SDP body in message, BROKEN"
    })
    void knowsWhatErrorsMean(String reason, RelayException.Kind kind) {
        NgReply reply = NgReply.parse("{\"error-reason\":\"" + reason + "\",\"result\":\"error\"}");

        assertThat(reply.isOk()).isFalse();
        assertThat(Refusal.of("n:1", NgCommand.ping(), reply).kind()).isEqualTo(kind);
    }

    @Test
    void takesNonsenseForAnError() {
        assertThat(NgReply.parse("d6:result2:oke").isOk()).isFalse();
    }
}
