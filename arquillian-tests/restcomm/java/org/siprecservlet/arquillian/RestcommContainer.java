package org.siprecservlet.arquillian;

import java.io.IOException;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Starts the server once, and has archives deployed and taken away in it. */
public final class RestcommContainer implements DeployableContainer<RestcommSettings> {

    private RestcommSettings settings;
    private TomcatProcess tomcat;
    private Deployer deployer;

    @Override
    public Class<RestcommSettings> getConfigurationClass() {
        return RestcommSettings.class;
    }

    @Override
    public void setup(RestcommSettings configuration) {
        settings = configuration;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 3.0");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            tomcat = TomcatProcess.start(settings);
            deployer = tomcat.deployer();
        } catch (IOException e) {
            stop();
            throw new LifecycleException("The server did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        if (tomcat != null) {
            tomcat.stop();
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = ContextPath.of(archive);
        long said = tomcat.log().length();
        try {
            archive.as(ZipExporter.class)
                    .exportTo(
                            settings.base().resolve("webapps/" + name + ".war").toFile(), true);
            if (!deployer.deploy("/" + name)) {
                throw new DeploymentException(tomcat.log().reason(said).orElse("see " + tomcat.log()));
            }
        } catch (IOException e) {
            throw new DeploymentException("The server could not be asked to deploy " + archive.getName(), e);
        }
        HTTPContext context = new HTTPContext("127.0.0.1", settings.httpPort());
        return new ProtocolMetaData().addContext(context.add(new Servlet("ArquillianServletRunner", "/" + name)));
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        String name = ContextPath.of(archive);
        try {
            deployer.undeploy("/" + name);
            Folders.delete(settings.base().resolve("webapps/" + name + ".war"));
            Folders.delete(settings.base().resolve("webapps/" + name));
        } catch (IOException e) {
            throw new DeploymentException("The server could not be asked to take " + archive.getName() + " away", e);
        }
    }
}
