package org.siprecservlet.recording;

import java.util.Optional;

/** A search for a server that takes one recording, at one of its attempts. A value. */
public interface ServerHunt {

    /** What to invite in this attempt. */
    SrsUri target();

    /**
     * The next attempt after the target refused; empty when the search is over.
     *
     * @param status the final SIP status; 408 when the target gave no final answer in time
     */
    Optional<ServerHunt> afterRefusal(int status);

    /** The next attempt after the target could not be reached at all; empty when the search is over. */
    Optional<ServerHunt> afterUnreachable();
}
