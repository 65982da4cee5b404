package org.siprecservlet.metadata;

import java.util.ArrayList;
import java.util.List;

/**
 * A participant as somebody else than the call describes it.
 *
 * @param nameIds at least one
 * @param extensions what RFC 7865 has no element for
 */
public record ParticipantDescription(List<NameId> nameIds, List<Extension> extensions) {

    public ParticipantDescription {
        nameIds = List.copyOf(nameIds);
        extensions = List.copyOf(extensions);
        if (nameIds.isEmpty()) {
            throw new IllegalArgumentException("a participant needs a nameID");
        }
    }

    /**
     * Reads what a participant element holds: {@code <nameID aor="sip:..."><name>..</name></nameID>}, once or more, and
     * extension data (see {@link Extension#parse}). {@code nameID} and {@code name} may have the namespace of RFC 7865 or
     * none.
     *
     * @throws MalformedMetadataException when it is anything else; the message is the end of a sentence about the text
     */
    public static ParticipantDescription parse(String xml) throws MalformedMetadataException {
        List<NameId> nameIds = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        XmlBlock.read(
                xml,
                element -> NameIdReader.isNameId(element)
                        ? nameIds.add(NameIdReader.read(element))
                        : extensions.add(ExtensionReader.read(element)));
        if (nameIds.isEmpty()) {
            throw new MalformedMetadataException(
                    "it has no nameID; write for example <nameID aor=\"sip:alice@example.com\"><name>Alice</name></nameID>");
        }
        return new ParticipantDescription(nameIds, extensions);
    }
}
