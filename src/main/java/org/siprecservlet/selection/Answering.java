package org.siprecservlet.selection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.siprecservlet.recording.SrsUri;

/** The servers that have ever answered the question whether they are still there. Safe for any thread. */
final class Answering {

    private final Set<SrsUri> servers = ConcurrentHashMap.newKeySet();

    void note(SrsUri server) {
        servers.add(server);
    }

    boolean isKnownOf(SrsUri server) {
        return servers.contains(server);
    }
}
