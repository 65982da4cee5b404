package org.siprecservlet.testkit.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A document as a tree of elements, with the few questions the rules ask. Foreign elements are not seen. */
record Content(Element root) {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:recording:1";

    /** The elements that carry an id of their own; its attribute is the name with {@code _id}. */
    static final List<String> KINDS = List.of("group", "session", "participant", "stream");

    boolean isRecording() {
        return NAMESPACE.equals(root.getNamespaceURI()) && root.getLocalName().equals("recording");
    }

    boolean isComplete() {
        return text(root, "datamode").filter("partial"::equals).isEmpty();
    }

    /** All elements of that name right below the root. */
    List<Element> all(String name) {
        return children(root, name);
    }

    /** Every element of the RFC's namespace below the root. */
    List<Element> everyElement() {
        List<Element> elements = new ArrayList<>();
        collect(root, elements);
        return elements;
    }

    /** What each id of the document names. */
    Map<String, String> kindById() {
        Map<String, String> kindById = new HashMap<>();
        KINDS.forEach(kind -> all(kind).forEach(element -> kindById.put(id(element, kind), kind)));
        return kindById;
    }

    /** The id of the given kind that an element has or points to; empty when it has none. */
    static String id(Element element, String kind) {
        return withoutSpace(element.getAttribute(kind + "_id"));
    }

    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && isOwn(child)
                    && child.getLocalName().equals(name)) {
                found.add(child);
            }
        }
        return found;
    }

    /** The text of the first child of that name. */
    static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .map(String::strip);
    }

    static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static void collect(Element parent, List<Element> elements) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && isOwn(child)) {
                elements.add(child);
                collect(child, elements);
            }
        }
    }

    private static boolean isOwn(Element element) {
        return NAMESPACE.equals(element.getNamespaceURI());
    }
}
