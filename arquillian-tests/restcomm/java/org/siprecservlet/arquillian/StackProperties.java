package org.siprecservlet.arquillian;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;

/** Adds to the properties of the SIP stack what comes from the environment, as {@code deploy/restcomm/run} does. */
final class StackProperties {

    private StackProperties() {}

    static void write(Path conf, Map<String, String> environment) throws IOException {
        Properties more = new Properties();
        more.setProperty("gov.nist.javax.sip.MAX_FORK_TIME_SECONDS", environment.getOrDefault("SIP_FORK_TIME", "32"));
        more.setProperty("javax.net.ssl.keyStore", environment.get("SIP_TLS_KEYSTORE"));
        more.setProperty("javax.net.ssl.keyStorePassword", environment.get("SIP_TLS_KEYSTORE_PASSWORD"));
        more.setProperty("javax.net.ssl.trustStore", environment.get("SIP_TLS_TRUSTSTORE"));
        more.setProperty("javax.net.ssl.trustStorePassword", environment.get("SIP_TLS_KEYSTORE_PASSWORD"));
        try (Writer properties =
                Files.newBufferedWriter(conf.resolve("mss-sip-stack.properties"), StandardOpenOption.APPEND)) {
            properties.write(Files.readString(conf.resolve("tls.properties")));
            more.store(properties, null);
        }
    }
}
