package org.siprecservlet.container;

import java.io.InputStream;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Keys and certificates of recorders, good for nothing but tests. They, and those of the server under
 * {@code arquillian-tests/liberty/tls}, were made by {@code keytool -genkeypair -keyalg EC -validity 36500 -dname CN=recorder
 * -ext SAN=ip:127.0.0.1,dns:localhost}; {@code trust.p12} holds the certificate of {@code recorder.p12}.
 */
final class Tls {

    private static final char[] PASSWORD = "siprec-tests".toCharArray();

    private Tls() {}

    /** The certificate that the server trusts. */
    static SSLContext right() {
        return identity("recorder.p12");
    }

    /** One that says the same, and that nobody trusts. */
    static SSLContext wrong() {
        return identity("wrong.p12");
    }

    private static SSLContext identity(String file) {
        try (InputStream store = Tls.class.getResourceAsStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(store, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new AssertionError("no identity in " + file, e);
        }
    }
}
