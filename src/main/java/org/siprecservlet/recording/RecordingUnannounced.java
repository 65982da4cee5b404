package org.siprecservlet.recording;

import java.time.Instant;

/**
 * A party does not hear what it was to hear of being recorded: the media relay can not make the sound, or not in the codec of the
 * call. The recording goes on; whoever has to give notice has to do it otherwise, or stop it.
 *
 * @param detail which party, and why
 */
public record RecordingUnannounced(RecordingView recording, String detail, Instant at) implements RecordingNotice {}
