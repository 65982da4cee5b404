package org.siprecservlet.testkit.metadata;

import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** RFC 7865, 6.10: an id is 16 octets and names one thing for good; what is referred to exists. */
final class IdRules {

    private final Content content;
    private final Map<String, String> earlier;
    private final Map<String, String> known;
    private final List<String> faults;

    IdRules(Content content, Map<String, String> earlier, List<String> faults) {
        this.content = content;
        this.earlier = earlier;
        this.known = content.isComplete() ? new HashMap<>() : new HashMap<>(earlier);
        this.known.putAll(content.kindById());
        this.faults = faults;
    }

    void check() {
        checkDefinitions();
        content.all("session").forEach(session -> refersByText(session, "group-ref", "group"));
        content.all("stream").forEach(stream -> refersById(stream, "session"));
        content.all("sessionrecordingassoc").forEach(assoc -> refersById(assoc, "session"));
        content.all("participantsessionassoc").forEach(assoc -> refersById(assoc, "participant", "session"));
        content.all("participantstreamassoc").forEach(assoc -> {
            refersById(assoc, "participant");
            refersByText(assoc, "send", "stream");
            refersByText(assoc, "recv", "stream");
        });
    }

    private void checkDefinitions() {
        Set<String> seen = new HashSet<>();
        for (String kind : Content.KINDS) {
            for (Element element : content.all(kind)) {
                String id = Content.id(element, kind);
                checkForm(id, kind + "_id");
                if (!seen.add(id)) {
                    faults.add("The id " + id + " names two elements of this document, one of them a " + kind + ".");
                }
                String before = earlier.getOrDefault(id, kind);
                if (!before.equals(kind)) {
                    faults.add("The id " + id + " names a " + kind + ", but named a " + before + " before.");
                }
            }
        }
    }

    private void refersById(Element element, String... kinds) {
        for (String kind : kinds) {
            if (element.hasAttribute(kind + "_id")) {
                refers(element.getLocalName(), Content.id(element, kind), kind);
            }
        }
    }

    private void refersByText(Element parent, String child, String kind) {
        for (Element element : Content.children(parent, child)) {
            refers(child, Content.withoutSpace(element.getTextContent()), kind);
        }
    }

    private void refers(String from, String id, String kind) {
        checkForm(id, from);
        if (!kind.equals(known.get(id))) {
            String where = content.isComplete() ? "in this complete document" : "so far";
            faults.add("A " + from + " refers to the " + kind + " " + id + ", which is not defined " + where + ".");
        }
    }

    private void checkForm(String id, String where) {
        try {
            int octets = Base64.getDecoder().decode(id).length;
            if (octets != 16) {
                faults.add("The id " + id + " in " + where + " has " + octets + " octets; a UUID has 16.");
            }
        } catch (IllegalArgumentException e) {
            faults.add("The id " + id + " in " + where + " is not base64.");
        }
    }
}
