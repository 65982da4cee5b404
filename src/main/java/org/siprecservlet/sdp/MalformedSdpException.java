package org.siprecservlet.sdp;

/** Bytes that can not be taken for a session description, with the line at fault. */
public final class MalformedSdpException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line the line at fault, counted from 1
     * @param reason what is wrong with it, without the line's text: that is a stranger's
     */
    public MalformedSdpException(int line, String reason) {
        super("SDP line " + line + ": " + reason);
        this.line = line;
    }

    /** The line at fault, counted from 1. */
    public int line() {
        return line;
    }
}
