package org.siprecservlet.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.enterprise.event.Observes;
import javax.enterprise.inject.spi.AfterDeploymentValidation;
import javax.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;
import org.siprecservlet.config.ConfigurationFaults;
import org.siprecservlet.config.Fault;
import org.siprecservlet.config.Key;
import org.siprecservlet.config.MediaSettings;
import org.siprecservlet.config.MicroProfileSettings;
import org.siprecservlet.config.SiprecConfig;
import org.siprecservlet.media.embedded.PortRange;

/** Reads the configuration while the application is deployed, and stops the deployment when anything in it is wrong. */
public class DeploymentCheck implements Extension {

    private SiprecConfig config;

    void check(@Observes AfterDeploymentValidation deployment) {
        try {
            config = SiprecConfig.read(
                    new MicroProfileSettings(ConfigProvider.getConfig()),
                    path -> Files.readString(Path.of(path)),
                    List.of(DeploymentCheck::portsThatCanNotBeHad));
        } catch (ConfigurationFaults faults) {
            deployment.addDeploymentProblem(faults);
        }
    }

    /** The configuration that was found right. */
    SiprecConfig config() {
        return config;
    }

    private static List<Fault> portsThatCanNotBeHad(MediaSettings media) {
        PortRange ports = new PortRange(media.portFrom(), media.portTo());
        Stream<String> faults =
                media.addresses().stream().map(ports::verifyUsable).flatMap(Optional::stream);
        return faults.map(fault -> Fault.in(
                        Key.MEDIA_PORTS, ports.toString(), fault, "choose another range, or end what uses these ports"))
                .toList();
    }
}
