package org.siprecservlet.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.siprecservlet.config.RestSettings;
import org.siprecservlet.recording.ScheduledTimers;
import org.siprecservlet.rest.ControlSettings;
import org.siprecservlet.rest.access.Access;
import org.siprecservlet.rest.access.MalformedUsersException;
import org.siprecservlet.rest.access.UsersFile;
import org.siprecservlet.rest.events.EventSettings;

/** Makes the parts of the REST interface that are more than a class with injected constructor, from the configuration. */
@ApplicationScoped
class RestComposition {

    private static final int KEY_OCTETS = 32;
    private static final int EVENTS_KEPT = 1000;
    private static final int EVENTS_QUEUED = 256;

    private final RestSettings settings;
    private final Duration keep;
    private final Threads threads;
    private final Clock clock = Clock.systemUTC();

    @Inject
    RestComposition(DeploymentCheck check, Threads threads) {
        this.settings = check.config().rest();
        this.keep = check.config().recording().historyKeep();
        this.threads = threads;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    RestComposition() {
        this.settings = null;
        this.keep = null;
        this.threads = null;
    }

    @Produces
    @Singleton
    Access access() throws MalformedUsersException {
        if (!settings.users().isEmpty()) {
            UsersFile users = new UsersFile(Path.of(settings.users()), clock, key());
            return Access.withUsers(users, settings.tokens());
        }
        return settings.tokens() ? Access.withTokens() : Access.fromThisMachineOnly();
    }

    private static byte[] key() {
        byte[] key = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Produces
    @Singleton
    EventSettings events() {
        return new EventSettings(
                settings.eventClients(),
                EVENTS_KEPT,
                keep,
                EVENTS_QUEUED,
                run(),
                new ScheduledTimers(threads.timers()),
                threads.rest());
    }

    @Produces
    @Singleton
    ControlSettings control() {
        return new ControlSettings(settings.anyServer(), settings.answerTimeout(), threads.rest());
    }

    /** The moment of the start tells runs apart: a server does not start twice in a millisecond. */
    private String run() {
        return Long.toString(Instant.now(clock).toEpochMilli(), Character.MAX_RADIX);
    }
}
