package org.siprecservlet.metadata;

import java.util.regex.Pattern;

/**
 * One element of extension data: text in an element of a foreign namespace (RFC 7865, 6.3.1).
 *
 * @param namespace an absolute URI, not that of RFC 7865
 * @param name the local name of the element, without prefix
 * @param text any text
 */
public record Extension(String namespace, String name, String text) {

    private static final Pattern ABSOLUTE_URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[!-~&&[^<>\"]]+");
    private static final Pattern LOCAL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    public Extension {
        if (!ABSOLUTE_URI.matcher(namespace).matches() || namespace.equals(RecordingMetadata.NAMESPACE)) {
            throw new IllegalArgumentException("extension data needs a namespace of its own, not " + namespace);
        }
        if (!LOCAL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an element name: " + name);
        }
        if (text == null) {
            throw new IllegalArgumentException("extension data needs a text");
        }
    }

    /** The Call-ID of the recorded call, by which recorders find it in other records. */
    public static Extension callId(String callId) {
        return new Extension("urn:siprec-servlet:call:1", "callId", callId);
    }
}
