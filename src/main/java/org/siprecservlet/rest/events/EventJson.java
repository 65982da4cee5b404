package org.siprecservlet.rest.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Locale;
import org.siprecservlet.recording.RecordingNotice;
import org.siprecservlet.rest.JsonProvider;
import org.siprecservlet.rest.RecordingJson;

/** The data of an event that tells of a recording. The fields and their order are a contract. */
public record EventJson(String id, String event, Instant timestamp, RecordingJson recording) {

    static EventJson of(String id, RecordingNotice notice) {
        return new EventJson(id, name(notice.getClass()), notice.at(), RecordingJson.of(notice.recording()));
    }

    /** {@code RecordingFailedOver} is {@code recording.failed_over}. */
    static String name(Class<? extends RecordingNotice> fact) {
        String words = fact.getSimpleName().substring("Recording".length());
        return "recording." + words.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    FeedEvent toFeedEvent() {
        try {
            return new FeedEvent(id, event, JsonProvider.mapper().writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recording can always be written", e);
        }
    }
}
