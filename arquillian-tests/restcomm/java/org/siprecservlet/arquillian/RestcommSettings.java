package org.siprecservlet.arquillian;

import java.nio.file.Path;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says of the server. */
public final class RestcommSettings implements ContainerConfiguration {

    private String built;
    private String base;
    private int httpPort;
    private String options = "";

    @Override
    public void validate() throws ConfigurationException {
        if (built == null || base == null || httpPort == 0) {
            throw new ConfigurationException("built, base and httpPort have to be set");
        }
    }

    /** Where Tomcat and the libraries of the SIP container are. */
    Path tomcat() {
        return Path.of(built, "tomcat");
    }

    Path containerLibraries() {
        return Path.of(built, "lib");
    }

    /** Where the server has its own files: its configuration is there already. */
    Path base() {
        return Path.of(base);
    }

    int httpPort() {
        return httpPort;
    }

    /** Options for the JVM, separated by white space. */
    String[] options() {
        return options.strip().split("\\s+");
    }

    public void setBuilt(String built) {
        this.built = built;
    }

    public void setBase(String base) {
        this.base = base;
    }

    public void setHttpPort(int httpPort) {
        this.httpPort = httpPort;
    }

    public void setOptions(String options) {
        this.options = options;
    }
}
