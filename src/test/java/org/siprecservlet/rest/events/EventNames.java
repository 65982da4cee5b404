package org.siprecservlet.rest.events;

import org.siprecservlet.recording.RecordingNotice;

/** The names of events, for tests elsewhere. */
public final class EventNames {

    private EventNames() {}

    @SuppressWarnings("unchecked")
    public static String of(Class<?> notice) {
        return EventJson.name((Class<? extends RecordingNotice>) notice);
    }
}
