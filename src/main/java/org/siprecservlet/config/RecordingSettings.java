package org.siprecservlet.config;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.siprecservlet.recording.SrsUri;

/** To be replaced by the record of the recording package. */
public record RecordingSettings(
        List<SrsUri> servers, Pattern skipFailoverCodes, Duration answerTimeout, Duration historyKeep, int historyMax) {

    public RecordingSettings {
        servers = List.copyOf(servers);
    }
}
