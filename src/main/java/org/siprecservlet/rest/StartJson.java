package org.siprecservlet.rest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.siprecservlet.recording.PlanField;

/**
 * What a client says of a recording that it wants to be started; whatever is null, it says nothing of. The names are a
 * contract. See {@link org.siprecservlet.recording.SessionDetails} for what is not about servers.
 *
 * @param serverGroup the name of a group of the configuration
 * @param servers the URIs of recorders, in the order in which they are tried
 */
record StartJson(
        String instance,
        String serverGroup,
        List<String> servers,
        String group,
        String caller,
        String callee,
        String media,
        String headers,
        String socket,
        String fromUri,
        String toUri,
        String groupExtension,
        String sessionExtension) {

    Map<PlanField, String> texts() {
        Map<PlanField, String> texts = new EnumMap<>(PlanField.class);
        texts.put(PlanField.GROUP, group);
        texts.put(PlanField.CALLER, caller);
        texts.put(PlanField.CALLEE, callee);
        texts.put(PlanField.MEDIA, media);
        texts.put(PlanField.HEADERS, headers);
        texts.put(PlanField.SOCKET, socket);
        texts.put(PlanField.FROM_URI, fromUri);
        texts.put(PlanField.TO_URI, toUri);
        texts.put(PlanField.GROUP_EXTENSION, groupExtension);
        texts.put(PlanField.SESSION_EXTENSION, sessionExtension);
        return texts;
    }
}
