package org.siprecservlet.recording;

/** Refusals as the recorder makes them. */
public final class Refused {

    private Refused() {}

    /** @param sipStatus null: no server refused */
    public static RecordingRefused because(RecordingRefused.Reason reason, Integer sipStatus) {
        return new RecordingRefused(reason, "Because.", sipStatus);
    }
}
