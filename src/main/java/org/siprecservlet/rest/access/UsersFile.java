package org.siprecservlet.rest.access;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The users of the REST interface in a file. Looks every few seconds whether it has changed, since nobody wants to end calls
 * in order to lock somebody out; a file that can not be used any more changes nothing. Safe for all threads.
 */
public final class UsersFile {

    private static final System.Logger LOG = System.getLogger(UsersFile.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Path file;
    private final Clock clock;
    private final byte[] key;
    private Logins logins;
    private FileTime version;
    private Instant lookAgain;

    /**
     * Reads the file.
     *
     * @param key random, for as long as the application runs; 32 octets
     * @throws MalformedUsersException when it can not be read or used
     */
    public UsersFile(Path file, Clock clock, byte[] key) throws MalformedUsersException {
        this.file = file;
        this.clock = clock;
        this.key = key.clone();
        this.version = version();
        this.logins = new Logins(read(file), clock, key);
        this.lookAgain = clock.instant().plus(LOOK_AGAIN);
    }

    /** What is wrong with a users file; empty when it can be used. */
    public static List<String> faultsIn(String path) {
        try {
            read(Path.of(path));
            return List.of();
        } catch (MalformedUsersException e) {
            return e.faults();
        } catch (InvalidPathException e) {
            return List.of("this is not a path");
        }
    }

    /** Checks passwords by what the file says now, or said a few seconds ago. */
    synchronized Logins logins() {
        if (!clock.instant().isBefore(lookAgain)) {
            lookAgain = clock.instant().plus(LOOK_AGAIN);
            readIfChanged();
        }
        return logins;
    }

    private void readIfChanged() {
        try {
            FileTime now = version();
            if (!now.equals(version)) {
                version = now;
                logins = new Logins(read(file), clock, key);
                LOG.log(Level.INFO, "read the users of the REST interface again from " + file);
            }
        } catch (MalformedUsersException e) {
            LOG.log(Level.WARNING, file + " is not used, the users stay as they were: " + e.getMessage());
        }
    }

    private FileTime version() throws MalformedUsersException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static Map<String, User> read(Path file) throws MalformedUsersException {
        try {
            return UserLines.read(Files.readAllLines(file));
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static MalformedUsersException unreadable() {
        return new MalformedUsersException(List.of("the file is not there or can not be read"));
    }
}
