package org.siprecservlet.rest.events;

import java.time.Instant;
import java.util.Locale;
import org.siprecservlet.recording.RecordingNotice;
import org.siprecservlet.rest.RecordingJson;

/** The data of an event that tells of a recording. The fields and their order are a contract. */
public record EventJson(String id, String event, Instant timestamp, RecordingJson recording) {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> fact) {
            return nameOf(fact);
        }
    };

    static FeedEvent told(String id, RecordingNotice notice) {
        return new FeedEvent(id, name(notice.getClass()), () -> of(id, notice));
    }

    private static EventJson of(String id, RecordingNotice notice) {
        return new EventJson(id, name(notice.getClass()), notice.at(), RecordingJson.of(notice.recording()));
    }

    /** {@code RecordingFailedOver} is {@code recording.failed_over}. */
    static String name(Class<? extends RecordingNotice> fact) {
        return NAMES.get(fact);
    }

    private static String nameOf(Class<?> fact) {
        String words = fact.getSimpleName().substring("Recording".length());
        return "recording." + words.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
