package org.siprecservlet.container;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings that make no sense keep the application from being started, and all of them are found at once. */
@ExtendWith(ArquillianExtension.class)
class WrongConfigurationIT {

    private static final String WRONG = "wrong";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = WRONG, managed = false, testable = false)
    static WebArchive war() {
        return Wars.siprecServlet(Map.of(
                "siprec.next-hop", "nonsense",
                "siprec.srs.answer-timeout", "4",
                "siprec.srss", "sip:recorder@127.0.0.1"));
    }

    @AfterEach
    void undeploy() {
        deployer.undeploy(WRONG);
    }

    @Test
    void theDeploymentIsRefusedForAllFaultsTogether() {
        // What comes through Arquillian is only the first line of the message.
        assertThatThrownBy(() -> deployer.deploy(WRONG)).hasMessageContaining("3 faults in its configuration");
    }
}
