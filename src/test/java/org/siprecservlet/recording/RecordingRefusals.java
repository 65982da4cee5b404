package org.siprecservlet.recording;

/** Refusals, for tests elsewhere. */
public final class RecordingRefusals {

    private RecordingRefusals() {}

    public static RecordingRefused because(RecordingRefused.Reason reason) {
        return new RecordingRefused(reason, "It is so.");
    }
}
