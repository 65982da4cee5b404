package org.siprecservlet.media.rtpengine;

import java.util.Locale;
import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;

/** What the errors of RTPengine mean, and its silence. */
final class Refusal {

    private Refusal() {}

    static RelayException noReply(String node) {
        return refusal(
                Kind.BROKEN, node, "does not answer. Is it running, and is this its ng control port (listen-ng)?");
    }

    static RelayException of(String node, NgCommand command, NgReply reply) {
        String reason = reply.reason();
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.startsWith("unknown call-id")) {
            return refusal(
                    Kind.UNKNOWN_CALL,
                    node,
                    "does not know the call any more: it was restarted, or heard nothing of the call for too long (its"
                            + " option timeout).");
        }
        if (lower.startsWith("not currently playing")) {
            return refusal(Kind.UNKNOWN_CALL, node, "plays nothing there, or no longer.");
        }
        if (lower.startsWith("to-tag not found")) {
            return refusal(Kind.UNKNOWN_CALL, node, "does not know the copy any more.");
        }
        if (lower.contains("ports")) {
            return refusal(
                    Kind.NO_PORTS, node, "has no port left (" + reason + "): widen its range, port-min to port-max.");
        }
        if (lower.contains("parse sdp")) {
            return refusal(Kind.UNUSABLE_DESCRIPTION, node, "can not read a description of the call: " + reason + ".");
        }
        return refusal(
                Kind.BROKEN,
                node,
                reason.isEmpty()
                        ? "answers \"" + command.name() + "\" with what is no reply of the ng protocol."
                        : "refuses \"" + command.name() + "\": " + reason + ".");
    }

    static RelayException withoutSdp(String node, NgCommand command) {
        return refusal(
                Kind.BROKEN,
                node,
                "answers \"" + command.name()
                        + "\" without a description of all lines; after a restart of it that ends with the"
                        + " next re-INVITE of the call.");
    }

    private static RelayException refusal(Kind kind, String node, String what) {
        return new RelayException(kind, "RTPengine at " + node + " " + what);
    }
}
