package org.siprecservlet.config;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which relay carries media. */
public enum MediaEngine {
    EMBEDDED,
    RTPPROXY;

    private static final String OF_A_LATER_VERSION = "rtpengine";

    static MediaEngine parse(String text) throws BadValue {
        for (MediaEngine engine : values()) {
            if (engine.text().equals(text)) {
                return engine;
            }
        }
        throw new BadValue(
                text.equals(OF_A_LATER_VERSION)
                        ? "this version does not know that media relay yet"
                        : "there is no such media relay",
                "write " + Stream.of(values()).map(MediaEngine::text).collect(Collectors.joining(" or ")));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
