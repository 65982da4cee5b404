package org.siprecservlet.sip;

import javax.servlet.sip.SipServletMessage;

/** What a side of a call has said it can do. Confined to the call's lane. */
final class Party {

    private boolean recordAware;

    /** Takes note of what one of its INVITEs or UPDATEs, or its 2xx to one, says. */
    void hear(SipServletMessage message) {
        recordAware |= HeaderTokens.of(message, "Supported").contains("record-aware");
    }

    /** Whether it wants to be told in SDP what is recorded (RFC 7866 section 6.3). */
    boolean isRecordAware() {
        return recordAware;
    }
}
