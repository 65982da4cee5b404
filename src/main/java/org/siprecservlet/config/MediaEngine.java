package org.siprecservlet.config;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which relay carries media. */
public enum MediaEngine {
    EMBEDDED,
    RTPPROXY,
    RTPENGINE;

    static MediaEngine parse(String text) throws BadValue {
        for (MediaEngine engine : values()) {
            if (engine.text().equals(text)) {
                return engine;
            }
        }
        throw new BadValue(
                "there is no such media relay",
                "write one of " + Stream.of(values()).map(MediaEngine::text).collect(Collectors.joining(", ")));
    }

    /** Whether it can copy in other codecs than those of the call, and encrypted. */
    boolean transforms() {
        return this == RTPENGINE;
    }

    /** Whether it plays what this process makes; else only files that lie with it. */
    boolean playsSamples() {
        return this != RTPPROXY;
    }

    /** Whether recorders can hear what the parties are let hear. */
    boolean copiesSounds() {
        return this == EMBEDDED;
    }

    /** The longest sound that it plays: RTPengine takes it in one datagram. */
    Duration longestSound() {
        return this == RTPENGINE ? Duration.ofSeconds(7) : Duration.ofMinutes(5);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
