package org.siprecservlet.recording;

/** Where facts about recordings are told. The port to CDI and whoever else wants to know. */
public interface RecordingEvents {

    /** Tells one fact. Returns soon, since the recording waits for it, and never throws. Facts of one recording in order. */
    void tell(RecordingNotice notice);
}
