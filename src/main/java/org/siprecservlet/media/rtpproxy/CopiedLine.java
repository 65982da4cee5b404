package org.siprecservlet.media.rtpproxy;

import java.util.concurrent.CompletionStage;

/** The copy of one line of a call for one recorder. Touched by the steps of its call only. */
interface CopiedLine {

    /**
     * Sends what each side sends to where it is wanted; nothing happens when it goes there already. What the line's session
     * had is gone with that session.
     */
    CompletionStage<Void> send(Targets targets);

    /** Ends what would not end with the line's session. */
    CompletionStage<Void> callEnds();
}
