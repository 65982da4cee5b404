package org.siprecservlet.selection;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.siprecservlet.recording.ServerHunt;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.recording.SrsUri;

/**
 * Servers that are tried in their order until one accepts.
 *
 * @param servers at least one
 * @param skipFailoverCodes final codes that end the search; searched for anywhere in the three digits
 */
public record SrsList(List<SrsUri> servers, Pattern skipFailoverCodes) implements ServerSearch {

    public SrsList {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a search needs at least one server");
        }
        Objects.requireNonNull(skipFailoverCodes);
    }

    @Override
    public ServerHunt begin(int bodyBytes) {
        List<List<SrsUri>> attempts = servers.stream()
                .map(server -> SrsTransport.attempts(server, bodyBytes))
                .toList();
        return SrsHunt.over(attempts, skipFailoverCodes).orElseThrow();
    }
}
