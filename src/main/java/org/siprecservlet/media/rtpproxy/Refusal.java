package org.siprecservlet.media.rtpproxy;

import org.siprecservlet.media.RelayException;
import org.siprecservlet.media.RelayException.Kind;

/** What the errors and the nonsense that RTPProxy answers mean. */
final class Refusal {

    private Refusal() {}

    static RelayException of(String node, Command command, Reply reply) {
        return reply.error().map(error -> error(node, command, error)).orElseGet(() -> nonsense(node, command, reply));
    }

    private static RelayException error(String node, Command command, int error) {
        return switch (error) {
            case Reply.UNKNOWN -> refusal(
                    Kind.UNKNOWN_CALL,
                    node,
                    "does not know the call any more: it was restarted, or heard nothing of the call for too long (its"
                            + " option -T)");
            case 71, 72 -> refusal(
                    Kind.NO_PORTS, node, "has no port left: widen its range (options -m and -M) or its limit of files");
            case 60 -> refusal(
                    Kind.NOT_SUPPORTED,
                    node,
                    "has no file for any codec of the call (E60), named after the payload type (.0 for PCMU, .8 for PCMA): "
                            + command.text());
            case 65 -> refusal(Kind.BROKEN, node, "can not send a copy (E65): " + command.text());
            case 98 -> refusal(Kind.BROKEN, node, "is overloaded (E98)");
            case 99 -> refusal(Kind.BROKEN, node, "is shutting down (E99)");
            default -> refusal(Kind.BROKEN, node, "answers error E" + error + " to: " + command.text());
        };
    }

    private static RelayException nonsense(String node, Command command, Reply reply) {
        return refusal(
                Kind.BROKEN,
                node,
                "answers what is no reply of RTPProxy's, \"" + reply.text() + "\", to: " + command.text());
    }

    private static RelayException refusal(Kind kind, String node, String what) {
        return new RelayException(kind, "RTPProxy at " + node + " " + what + ".");
    }
}
