package org.siprecservlet.media.rtpproxy;

import org.siprecservlet.media.RelayException;

/** Says that an RTPProxy is not there. */
final class NoReply {

    private NoReply() {}

    static RelayException of(String node) {
        return new RelayException(
                RelayException.Kind.BROKEN,
                "RTPProxy at " + node + " does not answer. Is it running, and is this its control socket?");
    }

    static RelayException of(String node, Exception cause) {
        return new RelayException(
                RelayException.Kind.BROKEN, "RTPProxy at " + node + " can not be reached: " + cause, cause);
    }
}
