package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.siprecservlet.conformance.Requirement;
import org.siprecservlet.testkit.recorder.RecordedSession;

/** An application that is taken away ends what it carries. */
@ExtendWith(ArquillianExtension.class)
class RecordingShutdownIT {

    private static final String NAME = "to-be-undeployed";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive war() {
        return Stage.war();
    }

    @Test
    @Requirement("TRM-09")
    void theCallAndItsRecordingAreEndedTowardsEverybody() {
        deployer.deploy(NAME);
        new CallsAreTaken().beforeAll(null);
        Stage stage = new Stage();
        try {
            Talk talk = stage.call();
            RecordedSession session = stage.recordedSession();
            CompletableFuture<Void> ended = talk.endedByTheServer();
            deployer.undeploy(NAME);
            assertThat(ended).succeedsWithin(PATIENCE);
            session.awaitEnd();
            assertThat(session.line(1).staysQuiet(Duration.ofMillis(300))).isTrue();
        } finally {
            stage.leave();
        }
    }
}
