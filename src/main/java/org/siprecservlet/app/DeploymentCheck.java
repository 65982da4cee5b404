package org.siprecservlet.app;

import java.util.List;
import javax.enterprise.event.Observes;
import javax.enterprise.inject.spi.AfterDeploymentValidation;
import javax.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;
import org.siprecservlet.config.ConfigurationFaults;
import org.siprecservlet.config.MicroProfileSettings;
import org.siprecservlet.config.SiprecConfig;

/** Reads the configuration while the application is deployed, and stops the deployment when anything in it is wrong. */
public class DeploymentCheck implements Extension {

    private SiprecConfig config;

    void check(@Observes AfterDeploymentValidation deployment) {
        try {
            config = SiprecConfig.read(
                    new MicroProfileSettings(ConfigProvider.getConfig()), new Disk(), List.of(RelayChoice::faults));
        } catch (ConfigurationFaults faults) {
            deployment.addDeploymentProblem(faults);
        }
    }

    /** The configuration that was found right. */
    SiprecConfig config() {
        return config;
    }
}
