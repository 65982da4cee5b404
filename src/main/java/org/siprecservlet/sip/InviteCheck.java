package org.siprecservlet.sip;

import java.util.Map;
import javax.servlet.sip.SipServletRequest;

/** What a first INVITE has to bring before anything is done for it. */
final class InviteCheck {

    /** Far above every real description, far below what hurts. */
    private static final int LARGEST_BODY = 256 * 1024;

    private InviteCheck() {}

    /** What a caller's has to bring. */
    static void check(SipServletRequest invite) throws CallRefused {
        checkForm(invite);
        if (requires(invite, "siprec")) {
            throw new CallRefused(
                    420,
                    "Recording sessions begun by a recording server are not taken",
                    Map.of("Unsupported", "siprec"));
        }
    }

    /** What every one has to bring. */
    static void checkForm(SipServletRequest invite) throws CallRefused {
        if (invite.getCallId() == null || invite.getCallId().isBlank()) {
            throw new CallRefused(400, "An INVITE needs a Call-ID");
        }
        String contact = invite.getHeader("Contact");
        if (contact == null || contact.isBlank() || contact.trim().equals("*")) {
            throw new CallRefused(400, "An INVITE needs a Contact that names where the caller is");
        }
        if (invite.getContentLength() > LARGEST_BODY) {
            throw new CallRefused(413, "A body of more than " + LARGEST_BODY + " bytes is not taken");
        }
    }

    static boolean requires(SipServletRequest invite, String option) {
        return HeaderTokens.of(invite, "Require").contains(option);
    }
}
