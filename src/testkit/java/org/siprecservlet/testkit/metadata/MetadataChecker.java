package org.siprecservlet.testkit.metadata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is wrong with a metadata document (RFC 7865; RFC 7866, 9.1). Each fault is a sentence; an empty list means
 * that the document is fine. A snapshot request needs to fit the schema and nothing else. Safe for several threads.
 */
public final class MetadataChecker {

    private MetadataChecker() {}

    /**
     * Checks the first document of a recording session.
     *
     * @param sdpLabels the {@code a=label} values of the SDP in the same message; empty when it has none
     */
    public static List<String> check(byte[] document, Set<String> sdpLabels) {
        return check(document, sdpLabels, List.of());
    }

    /**
     * Checks a document, partial or complete, that follows others.
     *
     * @param sdpLabels the {@code a=label} values of the SDP in the same message; empty when it has none
     * @param earlier all documents before it in the same recording session, oldest first; not checked again
     */
    public static List<String> check(byte[] document, Set<String> sdpLabels, List<byte[]> earlier) {
        return check(document, sdpLabels, earlier, Instant.MAX);
    }

    /**
     * Checks like {@link #check(byte[], Set, List)}, and that no time is later than now.
     *
     * @param now the time by the clock of who wrote the document
     */
    public static List<String> check(byte[] document, Set<String> sdpLabels, List<byte[]> earlier, Instant now) {
        List<String> faults = new ArrayList<>();
        XmlForm.read(document, faults)
                .filter(Content::isRecording)
                .ifPresent(content -> checkRecording(content, sdpLabels, earlier, now, faults));
        return List.copyOf(faults);
    }

    private static void checkRecording(
            Content content, Set<String> sdpLabels, List<byte[]> earlier, Instant now, List<String> faults) {
        if (earlier.isEmpty() && !content.isComplete()) {
            faults.add("The first document of a recording session is partial, but there is nothing yet to change.");
        }
        new IdRules(content, idsOf(earlier), faults).check();
        new LabelRules(sdpLabels, faults).check(content);
        new TimeRules(now, faults).check(content);
        new TextRules(faults).check(content);
        if (content.isComplete()) {
            new CompletenessRules(content, faults).check();
        }
    }

    private static Map<String, String> idsOf(List<byte[]> documents) {
        Map<String, String> kindById = new HashMap<>();
        documents.stream()
                .map(document -> XmlForm.read(document, new ArrayList<>()))
                .flatMap(Optional::stream)
                .forEach(content -> kindById.putAll(content.kindById()));
        return kindById;
    }
}
