package org.siprecservlet.recording;

import java.util.Objects;

/** Names one recording in the Java API, in REST and in the log. */
public record RecordingId(String value) {

    public RecordingId {
        Objects.requireNonNull(value, "a recording id needs a value");
    }

    @Override
    public String toString() {
        return value;
    }
}
