package org.siprecservlet.config;

import java.time.Duration;

/**
 * A length of time, or {@code off} or {@code 0} for none, which is read as zero.
 *
 * @param on what else may be written
 */
record OffSyntax(Syntax<Duration> on) implements Syntax<Duration> {

    @Override
    public Duration parse(String text) throws BadValue {
        return text.equals("off") || text.equals("0") ? Duration.ZERO : on.parse(text);
    }
}
