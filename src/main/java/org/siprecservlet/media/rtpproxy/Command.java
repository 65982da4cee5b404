package org.siprecservlet.media.rtpproxy;

import java.util.List;

/** One command of RTPProxy's control protocol, without the cookie. */
record Command(String text) {

    private static final String AND = " && ";

    /** Asks for the version of the protocol. */
    static Command version() {
        return new Command("V");
    }

    /** Asks whether RTPProxy has what was added to it on that day. */
    static Command hasFeature(String date) {
        return new Command("VF " + date);
    }

    /** Opens a session for the side that offers it; the reply is the port for the other side. */
    static Command open(MediaSession session, Target opener) {
        return new Command("U " + session.callId() + " " + opener + " " + session.opener());
    }

    /** Tells where the side that opened the session is now; the reply is the port for the other side. */
    static Command moveOpener(MediaSession session, Target opener) {
        return new Command("U " + session.callId() + " " + opener + " " + session.tags());
    }

    /** Tells where the other side is; the reply is the port for the side that opened the session. */
    static Command moveOther(MediaSession session, Target other) {
        return new Command("L " + session.callId() + " " + other + " " + session.tags());
    }

    /** Copies what the owner of a tag sends. Only one such copy is possible. */
    static Command copy(MediaSession session, String speaker, Target recorder) {
        String target = "udp:" + recorder.address() + ":" + recorder.port();
        return new Command("C " + session.callId() + " " + target + " " + session.tagsFrom(speaker));
    }

    /** Ends the copy of what the owner of a tag sends. */
    static Command endCopy(MediaSession session, String speaker) {
        return new Command("N " + session.callId() + " " + session.tagsFrom(speaker));
    }

    /**
     * Opens a second session that is fed with both streams of a first one: the one way to another copy.
     *
     * @param opener gets what the opener of the first session sends
     * @param other gets what the other side sends
     */
    static Command fork(MediaSession fork, Target opener, Target other, MediaSession source) {
        return new Command(moveOpener(fork, opener).text() + AND + "L " + other + AND + "C " + source.callId() + " "
                + source.tags());
    }

    /**
     * Has the owner of a tag hear a file, once, in place of what the other side says.
     *
     * @param path without the ending, which is the payload type
     * @param types of which the first that there is a file for is taken
     */
    static Command play(MediaSession session, String hearer, String path, List<String> types) {
        return new Command(
                "P1 " + session.callId() + " " + path + " " + String.join(",", types) + " " + session.tagsFrom(hearer));
    }

    /** Ends what the owner of a tag hears, if it hears something. */
    static Command hush(MediaSession session, String hearer) {
        return new Command("S " + session.callId() + " " + session.tagsFrom(hearer));
    }

    /** Asks how a session is: an error when there is none. */
    static Command query(MediaSession session) {
        return new Command("Q " + session.callId() + " " + session.tags());
    }

    /** Ends all sessions of a call that have the opener of this one. */
    static Command endAll(MediaSession session) {
        return new Command("D " + session.callId() + " " + session.from() + " " + session.to());
    }

    /** Ends one session of a call. */
    static Command end(MediaSession session) {
        return new Command("D " + session.callId() + " " + session.tags());
    }
}
