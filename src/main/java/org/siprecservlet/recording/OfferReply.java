package org.siprecservlet.recording;

import java.time.Duration;
import org.siprecservlet.body.Body;

/**
 * The way to answer a request of a recording server that is about the session's media. One of the methods has to be called,
 * once, on any thread; they neither block nor throw.
 */
public interface OfferReply {

    /** Answers 200 with our description. */
    void accept(Body description);

    /** Answers with a status of 300 or more; the session goes on as before. */
    void refuse(int status);

    /** Answers 500 with a Retry-After of that many seconds, since one before it is still being answered (RFC 3261 section 14.2). */
    void refuseBehindAnother(Duration retryAfter);
}
