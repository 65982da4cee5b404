package org.siprecservlet.media.description;

import org.siprecservlet.sdp.MediaDescription;
import org.siprecservlet.sdp.SessionDescription;

/** Knows which lines of a call a recorder can understand. */
public final class PlainRtp {

    /** What the operator is told of a call without such a line, by relays that can not decrypt. */
    public static final String NONE =
            "The call has no answered media line with unencrypted RTP, and this relay decrypts nothing:"
                    + " calls with SRTP are recorded with RTPengine, if their keys are in their descriptions (a=crypto).";

    private PlainRtp() {}

    /**
     * Whether a line carries unencrypted RTP. Both sides having keys means encryption under a plain protocol's name too
     * (RFC 8643).
     */
    public static boolean isPlain(SessionDescription one, int index, SessionDescription other) {
        MediaDescription first = one.media().get(index);
        MediaDescription second = other.media().get(index);
        return first.isRtp()
                && second.isRtp()
                && !first.isEncrypted()
                && !second.isEncrypted()
                && !(hasKeys(one, first) && hasKeys(other, second));
    }

    private static boolean hasKeys(SessionDescription sdp, MediaDescription line) {
        return line.hasAttribute("crypto") || line.hasAttribute("fingerprint") || sdp.hasAttribute("fingerprint");
    }
}
