package org.siprecservlet.metadata;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One element of extension data: an element of a foreign namespace (RFC 7865, 6.3.1).
 *
 * @param namespace an absolute URI, not that of RFC 7865
 * @param name the local name of the element, without prefix
 * @param content elements and texts; white space around texts does not count
 */
public record Extension(String namespace, String name, List<ExtensionAttribute> attributes, List<ExtensionNode> content)
        implements ExtensionNode {

    /** The namespace of elements that were given without one. */
    public static final String OWN_NAMESPACE = "urn:siprec-servlet:extension:1";

    static final Pattern LOCAL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern ABSOLUTE_URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[!-~&&[^<>\"]]+");

    public Extension {
        checkNamespace(namespace);
        if (!LOCAL_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an element name: " + name);
        }
        attributes = List.copyOf(attributes);
        content = List.copyOf(content);
    }

    /** An element that holds only text, which may be any. */
    public Extension(String namespace, String name, String text) {
        this(namespace, name, List.of(), List.of(new ExtensionText(text)));
    }

    /** The Call-ID of the recorded call, by which recorders find it in other records. */
    public static Extension callId(String callId) {
        return new Extension("urn:siprec-servlet:call:1", "callId", callId);
    }

    /** The name of a group, as it was given; its id is only made of it. */
    public static Extension groupName(String name) {
        return new Extension("urn:siprec-servlet:group:1", "name", name);
    }

    /**
     * Reads elements side by side. Those without a namespace come into {@link #OWN_NAMESPACE}; comments are dropped.
     *
     * @throws MalformedMetadataException when the text is not well-formed, has text outside of elements, or has an element
     *     that can not be extension data; the message is the end of a sentence about the text
     */
    public static List<Extension> parse(String xml) throws MalformedMetadataException {
        return XmlBlock.read(xml, ExtensionReader::read);
    }

    static void checkNamespace(String namespace) {
        if (!ABSOLUTE_URI.matcher(namespace).matches() || namespace.equals(RecordingMetadata.NAMESPACE)) {
            throw new IllegalArgumentException("extension data needs a namespace of its own, not " + namespace);
        }
    }
}
