package org.siprecservlet.rest;

import java.time.Instant;
import java.util.List;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerCatalog;

/**
 * The recorders of the configuration in JSON.
 *
 * @param standard those of {@code siprec.srs}, in the order in which they are tried
 */
record ServersJson(List<ServerJson> standard, List<GroupJson> groups) {

    /**
     * A recorder.
     *
     * @param restsUntil until when it is left alone because it asked for that; null when it is not
     */
    record ServerJson(String uri, Instant restsUntil) {}

    /** A group that has a name. */
    record GroupJson(String name, String strategy, List<ServerJson> servers) {}

    static ServersJson of(ServerCatalog catalog) {
        return new ServersJson(
                servers(catalog.standardServers(), catalog),
                catalog.groups().stream()
                        .map(group -> new GroupJson(
                                group.name(), Words.of(group.strategy()), servers(group.servers(), catalog)))
                        .toList());
    }

    private static List<ServerJson> servers(List<SrsUri> uris, ServerCatalog catalog) {
        return uris.stream()
                .map(uri -> new ServerJson(uri.value(), catalog.restsUntil(uri).orElse(null)))
                .toList();
    }
}
