package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.siprecservlet.media.rtpengine.RtpEngineDaemon;
import org.siprecservlet.testkit.FreePorts;

/** Calls that no media relay can take go past it, when they are meant to. */
@ContainerTest
class RelayUnusableIT {

    private static final RtpEngineDaemon ENGINE = RtpEngineDaemon.at(FreePorts.block(1));

    private final Stage stage = new Stage();
    private boolean engineRuns;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of(
                "siprec.srs",
                Stage.RECORDER_URI,
                "siprec.media.engine",
                "rtpengine",
                "siprec.media.rtpengine.nodes",
                ENGINE.control(),
                "siprec.media.when-unusable",
                "pass"));
    }

    @BeforeAll
    static void requireBinary() {
        RtpEngineDaemon.requireBinary(RelayUnusableIT.class);
    }

    @AfterEach
    void close() throws InterruptedException {
        stage.close();
        if (engineRuns) {
            ENGINE.kill();
        }
    }

    @Test
    void aCallPassesUntouchedAndItsRecordingFailsWithTheReason() {
        Talk talk = stage.call();

        assertThat(talk.incoming().offer()).isEqualTo(talk.call().request().sdp());
        talk.assertBothAreHeard();
        JsonNode recording = Rest.awaitEnd(talk.callId());
        assertThat(recording.get("state").asText()).isEqualTo("failed");
        assertThat(recording.get("reason").asText()).isEqualTo("relay-failed");
        assertThat(recording.get("detail").asText()).contains("goes past the media relay", ENGINE.control());
    }

    @Test
    void aCallThatComesWhenItIsBackIsCarriedAndRecorded() throws IOException {
        Talk passed = stage.call();
        Rest.awaitEnd(passed.callId());

        ENGINE.start();
        engineRuns = true;
        Rest.await(Rest::isMediaReady, Boolean::booleanValue);
        Talk carried = stage.call();
        stage.recordedSession();

        assertThat(carried.incoming().offer())
                .isNotEqualTo(carried.call().request().sdp());
        carried.assertBothAreHeard();
        passed.assertBothAreHeard();
    }
}
