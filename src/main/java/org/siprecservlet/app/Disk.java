package org.siprecservlet.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.siprecservlet.config.FileText;

/** The files of this machine; a relative path begins at the directory that the server runs in. */
final class Disk implements FileText {

    @Override
    public String read(String path) throws IOException {
        return Files.readString(Path.of(path));
    }

    @Override
    public byte[] octets(String path) throws IOException {
        return Files.readAllBytes(Path.of(path));
    }
}
