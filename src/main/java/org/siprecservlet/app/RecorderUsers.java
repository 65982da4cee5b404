package org.siprecservlet.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.siprecservlet.digest.DigestUsers;
import org.siprecservlet.digest.MalformedUsersException;

/**
 * The recorders that may begin recording sessions, in a file. Looks each time whether it has changed, since nobody wants to end
 * calls in order to lock a recorder out; a file that can not be used any more changes nothing. Safe for all threads.
 */
final class RecorderUsers implements Supplier<DigestUsers> {

    private static final System.Logger LOG = System.getLogger(RecorderUsers.class.getName());

    private final Path file;
    private DigestUsers users;
    private FileTime version;

    /** @param file has been found right */
    RecorderUsers(Path file) {
        this.file = file;
        try {
            this.version = Files.getLastModifiedTime(file);
            this.users = DigestUsers.read(Files.readAllLines(file));
        } catch (IOException | MalformedUsersException e) {
            throw new IllegalStateException(file + " was right a moment ago, and is no longer: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized DigestUsers get() {
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (!now.equals(version)) {
                version = now;
                users = DigestUsers.read(Files.readAllLines(file));
                LOG.log(Level.INFO, "read the recorders that may begin recording sessions again from " + file);
            }
        } catch (IOException | MalformedUsersException e) {
            LOG.log(Level.WARNING, file + " is not used, the recorders stay as they were: " + e.getMessage());
        }
        return users;
    }
}
