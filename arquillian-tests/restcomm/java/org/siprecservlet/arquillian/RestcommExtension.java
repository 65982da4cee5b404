package org.siprecservlet.arquillian;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes Arquillian know this container when the run is meant for it; there can only be one. */
public final class RestcommExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        if ("restcomm".equals(System.getProperty("arquillian.launch"))) {
            builder.service(DeployableContainer.class, RestcommContainer.class);
        }
    }
}
