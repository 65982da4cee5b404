package org.siprecservlet.rest;

import org.siprecservlet.recording.ServerReply;

/** A recorder's answer to a message, in JSON. See {@link ServerReply}. */
record ReplyJson(int status, String reasonPhrase) implements Audited {

    static ReplyJson of(ServerReply reply) {
        return new ReplyJson(reply.status(), reply.reasonPhrase());
    }

    @Override
    public String outcome() {
        return "sip-status=" + status;
    }
}
