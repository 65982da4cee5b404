package org.siprecservlet.selection;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.siprecservlet.media.MediaProtection;
import org.siprecservlet.recording.RecorderProfile;
import org.siprecservlet.recording.SrsUri;

/**
 * Recording servers of which one takes each recording.
 *
 * @param name names it in rules and requests
 * @param servers at least one
 * @param terms how far each is tried
 */
public record ServerGroup(String name, List<SrsUri> servers, Strategy strategy, Terms terms) {

    /**
     * How far a server is tried.
     *
     * @param skipFailoverCodes final codes that end the search; searched for anywhere in the three digits
     * @param answerTimeout how long one server may take to give a final answer
     * @param profile what the servers have to be told otherwise than most
     * @param keepalive how often a server is asked within a session whether it is still there; zero: never
     * @param codecs names of those that the servers get audio in; empty: those of the calls
     * @param protection whether the servers get SRTP
     */
    public record Terms(
            Pattern skipFailoverCodes,
            Duration answerTimeout,
            RecorderProfile profile,
            Duration keepalive,
            List<String> codecs,
            MediaProtection protection) {

        /** Matches no code at all. */
        public static final Pattern NO_CODE = Pattern.compile("(?!)");

        /** Terms of servers that do as the RFCs say, and that nobody asks whether they are still there. */
        public Terms(Pattern skipFailoverCodes, Duration answerTimeout) {
            this(skipFailoverCodes, answerTimeout, RecorderProfile.STANDARD, Duration.ZERO);
        }

        /** Terms of servers that take the media as the calls have it. */
        public Terms(Pattern skipFailoverCodes, Duration answerTimeout, RecorderProfile profile, Duration keepalive) {
            this(skipFailoverCodes, answerTimeout, profile, keepalive, List.of(), MediaProtection.AS_CALL);
        }

        public Terms {
            Objects.requireNonNull(skipFailoverCodes);
            Objects.requireNonNull(answerTimeout);
            Objects.requireNonNull(profile);
            Objects.requireNonNull(keepalive);
            codecs = List.copyOf(codecs);
            Objects.requireNonNull(protection);
        }

        boolean endSearchAt(int status) {
            return skipFailoverCodes.matcher(Integer.toString(status)).find();
        }
    }

    public ServerGroup {
        Objects.requireNonNull(name);
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a group needs at least one server");
        }
        Objects.requireNonNull(strategy);
        Objects.requireNonNull(terms);
    }
}
