package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.siprecservlet.testkit.recorder.RecordedSession;

/** Recordings have been ended because the application goes down, and a client still asks for one. */
@ContainerTest
class RestShutdownIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return Control.in(Stage.war());
    }

    @Test
    void nothingIsStartedAnyMoreAndTheCallGoesOn() {
        Stage stage = new Stage();
        Talk talk = stage.call();
        RecordedSession session = stage.recordedSession();
        Control.shutDown();
        session.awaitEnd();
        HttpResponse<byte[]> refused = Rest.post(Calls.recordings(talk), "");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(Rest.json(refused).get("code").asText()).isEqualTo("shutting-down");
        talk.assertBothAreHeard();
        stage.close();
    }
}
