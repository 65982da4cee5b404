package org.siprecservlet.recording;

/** The texts that say how a recording presents itself to its server: what {@code $siprec(...)} holds in OpenSIPS. */
public enum PlanField {
    /** Any text: the name of the group that the recording belongs to. */
    GROUP("group"),
    /** XML that describes the caller: {@code <nameID aor="sip:..."><name>..</name></nameID>}. */
    CALLER("caller"),
    /** XML that describes the callee. */
    CALLEE("callee"),
    /** The relay's IP address that the copy is sent from. */
    MEDIA("media"),
    /** Header lines for the INVITE, with CRLF between them. */
    HEADERS("headers"),
    /** The local SIP endpoint that the INVITE is sent from: {@code udp:host:port} or {@code host:port}. */
    SOCKET("socket"),
    /** The URI in From of the INVITE. */
    FROM_URI("fromUri"),
    /** The URI in To of the INVITE. */
    TO_URI("toUri"),
    /** XML elements that are told of the group; not without a group. */
    GROUP_EXTENSION("groupExtension"),
    /** XML elements that are told of the recorded call. */
    SESSION_EXTENSION("sessionExtension");

    private final String key;

    PlanField(String key) {
        this.key = key;
    }

    /** The name of the field in REST and in messages. */
    public String key() {
        return key;
    }
}
