package org.siprecservlet.media.rtpproxy;

import java.util.Locale;
import org.siprecservlet.call.Side;

/**
 * Names one media line of a call at RTPProxy, which keeps a session of its own for each.
 *
 * @param callId names the call; one word
 * @param from the tag that the session was opened with; RTPProxy compares only this one
 * @param to the tag of the other side
 * @param media the number of the line, from 1
 */
record MediaSession(String callId, String from, String to, int media) {

    /** The session of a line that this side opens. */
    static MediaSession opened(String callId, Side opener, int media) {
        return new MediaSession(callId, tag(opener), tag(opener.other()), media);
    }

    /** The tag that stands for a side. */
    static String tag(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    boolean isOpenedBy(Side side) {
        return from.equals(tag(side));
    }

    String opener() {
        return from + ";" + media;
    }

    /** Both tags as they are written, the opener's first. */
    String tags() {
        return opener() + " " + to + ";" + media;
    }

    /** Both tags, first the one whose owner speaks. */
    String tagsFrom(String speaker) {
        return from.equals(speaker) ? tags() : to + ";" + media + " " + opener();
    }
}
