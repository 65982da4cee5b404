package org.siprecservlet.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where the text of a file comes from. The port between this package and the file system, or a map in a test. */
@FunctionalInterface
public interface FileText {

    /** The text of the file at that path. */
    String read(String path) throws IOException;

    /** The octets of the file at that path. */
    default byte[] octets(String path) throws IOException {
        return read(path).getBytes(StandardCharsets.UTF_8);
    }
}
