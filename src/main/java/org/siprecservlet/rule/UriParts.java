package org.siprecservlet.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User and host of an address as a stranger may write it; empty where there is none. */
record UriParts(String user, String host) {

    private static final Pattern SIP =
            Pattern.compile("(?i)sips?:(?:([^@]*)@)?(\\[[^\\]]*\\]|[^:;?@\\[\\]]*)(?:[:;?].*)?", Pattern.DOTALL);
    private static final Pattern OTHER = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:([^;?]*).*", Pattern.DOTALL);

    static UriParts of(String uri) {
        Matcher sip = SIP.matcher(uri);
        if (sip.matches()) {
            String user = sip.group(1) == null ? "" : sip.group(1);
            return new UriParts(user.split(":", 2)[0], sip.group(2));
        }
        Matcher other = OTHER.matcher(uri);
        return new UriParts(other.matches() ? other.group(1) : "", "");
    }
}
