package org.siprecservlet.testkit.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** RFC 7865, 6.3.1 and 6.5.1: what is said of a call and of a participant has the form of RFC 7989 and RFC 3986. */
record TextRules(List<String> faults) {

    private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f]{32};remote=[0-9a-f]{32}");
    private static final Pattern URI = Pattern.compile("([A-Za-z0-9._~:/?\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+");

    void check(Content content) {
        for (Element session : content.all("session")) {
            Content.children(session, "sipSessionID").forEach(this::checkSessionId);
        }
        for (Element participant : content.all("participant")) {
            Content.children(participant, "nameID").forEach(this::checkAor);
        }
    }

    private void checkSessionId(Element sipSessionId) {
        if (!SESSION_ID.matcher(sipSessionId.getTextContent()).matches()) {
            faults.add("The sipSessionID " + sipSessionId.getTextContent()
                    + " is not an RFC 7989 value without white space.");
        }
    }

    private void checkAor(Element nameId) {
        String aor = nameId.getAttribute("aor");
        if (!URI.matcher(aor).matches() || aor.contains(";tag=")) {
            faults.add("The aor " + aor + " is not a bare URI.");
        }
    }
}
