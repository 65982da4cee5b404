package org.siprecservlet.testkit.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** RFC 7865, 6.4, 6.6 and 6.8: what a complete document has to say of each session and of each participant. */
record CompletenessRules(Content content, List<String> faults) {

    void check() {
        needs("session", "sessionrecordingassoc");
        needs("participant", "participantsessionassoc");
        checkActiveParticipants();
        checkOneStreamAssocEach();
        checkBeginnings("sessionrecordingassoc");
        checkBeginnings("participantsessionassoc");
    }

    private void needs(String kind, String assoc) {
        Set<String> associated = idsIn(content.all(assoc), kind);
        for (String id : idsIn(content.all(kind), kind)) {
            if (!associated.contains(id)) {
                faults.add("The " + kind + " " + id + " has no " + assoc + ".");
            }
        }
    }

    private void checkActiveParticipants() {
        Set<String> withStreams = idsIn(content.all("participantstreamassoc"), "participant");
        List<Element> active = content.all("participantsessionassoc").stream()
                .filter(assoc -> lacks(assoc, "disassociate-time"))
                .filter(assoc -> liveSessions().contains(Content.id(assoc, "session")))
                .toList();
        for (String id : idsIn(active, "participant")) {
            if (!withStreams.contains(id)) {
                faults.add("The participant " + id + " of a live session has no participantstreamassoc.");
            }
        }
    }

    private void checkOneStreamAssocEach() {
        Set<String> seen = new HashSet<>();
        for (Element assoc : content.all("participantstreamassoc")) {
            String participant = Content.id(assoc, "participant");
            if (!seen.add(participant)) {
                faults.add("The participant " + participant + " has two participantstreamassocs.");
            }
        }
    }

    private Set<String> liveSessions() {
        List<Element> live = content.all("session").stream()
                .filter(session -> lacks(session, "stop-time"))
                .toList();
        return idsIn(live, "session");
    }

    private void checkBeginnings(String name) {
        if (content.all(name).stream().anyMatch(assoc -> lacks(assoc, "associate-time"))) {
            faults.add("A " + name + " of a complete document has no associate-time.");
        }
    }

    private static boolean lacks(Element element, String child) {
        return Content.children(element, child).isEmpty();
    }

    private static Set<String> idsIn(List<Element> elements, String kind) {
        return elements.stream().map(element -> Content.id(element, kind)).collect(Collectors.toSet());
    }
}
