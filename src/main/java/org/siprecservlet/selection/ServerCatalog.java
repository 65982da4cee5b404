package org.siprecservlet.selection;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.recording.SrsUri;

/** The recording servers of the configuration, and the ways to search through them. Safe for any thread. */
public final class ServerCatalog {

    private final Map<String, GroupSearch> searches = new LinkedHashMap<>();
    private final List<ServerGroup> groups;
    private final ServerGroup standard;
    private final ServerGroup.Terms terms;
    private final Rests rests;
    private final Answering answering = new Answering();

    /**
     * @param groups the groups that have a name, each another one
     * @param standard the servers for calls that no rule decides, {@code siprec.srs}; empty: there are none
     * @param terms for searches through servers that are in no group
     */
    public ServerCatalog(List<ServerGroup> groups, List<SrsUri> standard, ServerGroup.Terms terms, Clock clock) {
        this.groups = List.copyOf(groups);
        this.standard = standard.isEmpty() ? null : new ServerGroup("", standard, Strategy.HUNT, terms);
        this.terms = terms;
        this.rests = new Rests(clock);
        groups.forEach(group -> searches.put(group.name(), new GroupSearch(group, rests, answering)));
    }

    /** The search through the servers for calls that no rule decides; empty when there are none. */
    public Optional<ServerSearch> standard() {
        return Optional.ofNullable(standard).map(group -> new GroupSearch(group, rests, answering));
    }

    /** The search through a group; empty when there is none of that name. */
    public Optional<ServerSearch> group(String name) {
        return Optional.ofNullable(searches.get(name));
    }

    /** A search through these servers in their order. */
    public ServerSearch servers(List<SrsUri> servers) {
        return new GroupSearch(new ServerGroup("", servers, Strategy.HUNT, terms), rests, answering);
    }

    /** Whether the configuration names this very URI, in a group or for calls that no rule decides. */
    public boolean names(SrsUri server) {
        return Stream.concat(groups.stream(), Stream.ofNullable(standard))
                .anyMatch(group -> group.servers().contains(server));
    }

    /** The groups that have a name. */
    public List<ServerGroup> groups() {
        return groups;
    }

    /** The servers for calls that no rule decides, in the order in which they are tried. */
    public List<SrsUri> standardServers() {
        return standard == null ? List.of() : standard.servers();
    }

    /** Until when a server is left out because it wants to be; empty when it is not. */
    public Optional<Instant> restsUntil(SrsUri server) {
        return rests.end(server);
    }
}
