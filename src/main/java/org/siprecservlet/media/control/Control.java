package org.siprecservlet.media.control;

import java.util.concurrent.CompletionStage;

/** The way to one relay. Never blocks; any thread may call it. */
public interface Control extends AutoCloseable {

    /**
     * Sends a command.
     *
     * @return ends on any thread with the reply, without cookie and end of line, or with a
     *     {@link org.siprecservlet.media.RelayException} when there is none in time
     */
    CompletionStage<String> send(String command);

    /** Ends it; what is still open fails. */
    @Override
    void close();
}
