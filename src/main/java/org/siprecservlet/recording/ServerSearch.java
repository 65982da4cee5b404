package org.siprecservlet.recording;

/** How a server is found for a recording. */
public interface ServerSearch {

    /**
     * Begins a search, with its first attempt.
     *
     * @param bodyBytes the size of the INVITE's body, which has a say in the transport (RFC 3261 section 18.1.1)
     */
    ServerHunt begin(int bodyBytes);

    /** What the first target has to be told otherwise than most. */
    default RecorderProfile profile() {
        return RecorderProfile.STANDARD;
    }
}
