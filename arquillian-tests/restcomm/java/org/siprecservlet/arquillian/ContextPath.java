package org.siprecservlet.arquillian;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Node;

/** Under which path an archive is served: the one that it asks for where other servers look for it, or else its name. */
final class ContextPath {

    private static final String DESCRIPTOR = "/WEB-INF/ibm-web-ext.xml";
    private static final Pattern ROOT = Pattern.compile("<context-root\\s+uri=\"/([^\"]+)\"");

    private ContextPath() {}

    /** Without the slash. */
    static String of(Archive<?> archive) {
        Node descriptor = archive.get(DESCRIPTOR);
        if (descriptor != null) {
            Matcher asked = ROOT.matcher(text(descriptor));
            if (asked.find()) {
                return asked.group(1);
            }
        }
        return archive.getName().replaceFirst("\\.war$", "");
    }

    private static String text(Node file) {
        try (InputStream content = file.getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
