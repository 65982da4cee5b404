package org.siprecservlet.recording;

import org.siprecservlet.body.Body;
import org.siprecservlet.sdp.SessionDescription;

/** Puts the bodies of a recording session together and takes them apart. */
interface SessionBodies {

    /** The body of the INVITE. */
    Body invitation(SessionDescription offer, byte[] metadata);

    /** The SDP in the body of a 2xx. */
    SessionDescription answer(Body body) throws UnusableAnswerException;
}
