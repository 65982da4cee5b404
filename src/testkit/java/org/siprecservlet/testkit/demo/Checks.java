package org.siprecservlet.testkit.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.siprecservlet.testkit.metadata.MetadataChecker;
import org.siprecservlet.testkit.recorder.SavedStream;

/** What must be true of the recording of a call between parties that have a tone each. */
final class Checks {

    private final List<Party> parties;
    private final ToneCheck tones;

    /**
     * Checks for a call between these.
     *
     * @param length of the call
     */
    Checks(List<Party> parties, Duration length) {
        this.parties = List.copyOf(parties);
        this.tones = new ToneCheck(this.parties, length);
    }

    /**
     * Checks one recording.
     *
     * @param labels those of the SDP that came with the metadata
     * @param now no time in the metadata may be later
     */
    List<Finding> of(byte[] metadata, Set<String> labels, List<SavedStream> streams, Instant now) {
        List<Finding> findings = new ArrayList<>();
        findings.add(validity(metadata, labels, now));
        parties.forEach(party -> findings.add(namedOnce(party, streams)));
        streams.forEach(stream -> findings.add(content(stream)));
        return findings;
    }

    private static Finding validity(byte[] metadata, Set<String> labels, Instant now) {
        List<String> faults = MetadataChecker.check(metadata, labels, List.of(), now);
        return faults.isEmpty()
                ? Finding.good("metadata.xml is valid")
                : Finding.bad("metadata.xml is not valid: " + String.join(" ", faults));
    }

    private static Finding namedOnce(Party party, List<SavedStream> streams) {
        String labels = streams.stream()
                .filter(stream -> party.isSoleOf(stream.senders()))
                .map(SavedStream::label)
                .collect(Collectors.joining(" and "));
        if (labels.isEmpty()) {
            return Finding.bad("metadata.xml names " + party.name() + " (" + party.uri() + ") for no label");
        }
        String text = "metadata.xml names " + party.name() + " for label " + labels;
        return labels.contains(" ") ? Finding.bad(text + " instead of one") : Finding.good(text);
    }

    private Finding content(SavedStream stream) {
        Optional<Party> named = parties.stream()
                .filter(party -> party.isSoleOf(stream.senders()))
                .findFirst();
        return named.map(party -> tones.of(stream.file(), party))
                .orElseGet(() -> Finding.bad("metadata.xml names " + stream.senders() + " for label " + stream.label()
                        + ", none of the call"));
    }
}
