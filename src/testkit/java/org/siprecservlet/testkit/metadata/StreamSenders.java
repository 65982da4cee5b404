package org.siprecservlet.testkit.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Who sends which stream, as a metadata document tells it (RFC 7865, 6.7 and 6.9). */
public final class StreamSenders {

    private final Content content;

    private StreamSenders(Content content) {
        this.content = content;
    }

    /**
     * The addresses of record ({@code aor}) of those who send the stream of each label; an empty list where nobody is
     * named, an empty map for what is no metadata.
     */
    public static Map<String, List<String>> byLabel(byte[] document) {
        return XmlForm.read(document, new ArrayList<>())
                .filter(Content::isRecording)
                .map(content -> new StreamSenders(content).byLabel())
                .orElseGet(Map::of);
    }

    private Map<String, List<String>> byLabel() {
        Map<String, List<String>> senders = new HashMap<>();
        for (Element stream : content.all("stream")) {
            Optional<String> label = Content.text(stream, "label");
            label.ifPresent(l -> senders.put(l, sendersOf(Content.id(stream, "stream"))));
        }
        return senders;
    }

    private List<String> sendersOf(String stream) {
        return content.all("participantstreamassoc").stream()
                .filter(assoc -> Content.children(assoc, "send").stream()
                        .anyMatch(send ->
                                Content.withoutSpace(send.getTextContent()).equals(stream)))
                .flatMap(assoc -> addressesOf(Content.id(assoc, "participant")).stream())
                .toList();
    }

    private List<String> addressesOf(String participant) {
        return content.all("participant").stream()
                .filter(element -> Content.id(element, "participant").equals(participant))
                .flatMap(element -> Content.children(element, "nameID").stream())
                .map(name -> name.getAttribute("aor"))
                .toList();
    }
}
