package org.siprecservlet.recording;

import java.util.List;
import org.siprecservlet.media.MediaProtection;

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

    /** Names of the codecs that all targets get audio in, whatever the parties send; empty: what these send. */
    default List<String> codecs() {
        return List.of();
    }

    /** Whether all targets get encrypted media, none do, or those of encrypted calls. */
    default MediaProtection protection() {
        return MediaProtection.AS_CALL;
    }
}
