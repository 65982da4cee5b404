package org.siprecservlet.testkit.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** RFC 7865, 6.7.1 and RFC 7866, 9.1: a label names one stream, and the SDP of the same message has it. */
record LabelRules(Set<String> sdpLabels, List<String> faults) {

    void check(Content content) {
        Set<String> seen = new HashSet<>();
        for (Element stream : content.all("stream")) {
            for (Element element : Content.children(stream, "label")) {
                String label = element.getTextContent();
                if (!seen.add(label)) {
                    faults.add("The label " + label + " is that of two streams.");
                }
                if (!sdpLabels.contains(label)) {
                    faults.add("The label " + label + " is not in the SDP of the same message, which has " + sdpLabels
                            + ".");
                }
            }
        }
    }
}
