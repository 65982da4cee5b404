package org.siprecservlet.media.rtpengine;

import org.siprecservlet.call.Side;
import org.siprecservlet.sdp.SessionDescription;

/**
 * The latest offer of a call.
 *
 * @param answered whether an answer has come; another may take its place
 */
record OpenOffer(Side from, SessionDescription sdp, boolean answered) {

    OpenOffer(Side from, SessionDescription sdp) {
        this(from, sdp, false);
    }

    OpenOffer withAnswer() {
        return new OpenOffer(from, sdp, true);
    }
}
