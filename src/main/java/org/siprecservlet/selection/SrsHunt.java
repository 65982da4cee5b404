package org.siprecservlet.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.siprecservlet.recording.RecorderProfile;
import org.siprecservlet.recording.ServerHunt;
import org.siprecservlet.recording.ServerRefusal;
import org.siprecservlet.recording.SrsUri;

/**
 * A search through servers, at one of its attempts.
 *
 * @param stops where it is now, and where it can still go
 * @param seen every URI that it was or will be at
 * @param redirectsLeft how many more redirections the current server may bring
 */
record SrsHunt(List<Stop> stops, Set<SrsUri> seen, int redirectsLeft, Rules rules) implements ServerHunt {

    /** How many URIs one server can redirect a search to, over all its redirections. */
    static final int MOST_REDIRECTS = 5;

    /**
     * A server.
     *
     * @param uri as it was configured, or as a redirection has it
     * @param ways the attempts at it that are left, the next one first
     * @param profile that of the group, or as the server itself says
     */
    private record Stop(SrsUri uri, List<SrsUri> ways, boolean redirected, RecorderProfile profile) {

        Stop otherWays() {
            return new Stop(uri, ways.subList(1, ways.size()), redirected, profile);
        }

        Stop told(RecorderProfile otherwise) {
            return new Stop(uri, ways, redirected, otherwise);
        }
    }

    /** What holds for the whole search. */
    record Rules(ServerGroup.Terms terms, Rests rests, int bodyBytes) {}

    /** @param servers at least one */
    static ServerHunt begin(List<SrsUri> servers, Rules rules) {
        List<Stop> stops =
                servers.stream().map(server -> stop(server, false, rules)).toList();
        return new SrsHunt(stops, Set.copyOf(servers), MOST_REDIRECTS, rules);
    }

    private static Stop stop(SrsUri server, boolean redirected, Rules rules) {
        return new Stop(
                server,
                SrsTransport.attempts(server, rules.bodyBytes()),
                redirected,
                rules.terms().profile());
    }

    @Override
    public SrsUri target() {
        return stops.get(0).ways().get(0);
    }

    @Override
    public Duration answerTimeout() {
        return rules.terms().answerTimeout();
    }

    @Override
    public RecorderProfile profile() {
        return stops.get(0).profile();
    }

    @Override
    public Optional<ServerHunt> afterRefusal(ServerRefusal refusal) {
        Optional<RecorderProfile> asItSays = corrected(refusal);
        if (asItSays.isPresent()) {
            return Optional.of(here(stops.get(0).told(asItSays.get())));
        }
        rules.rests().begin(stops.get(0).uri(), refusal.retryAfter());
        if (rules.terms().endSearchAt(refusal.status())) {
            return Optional.empty();
        }
        return refusal.status() < 400 ? redirected(refusal.contacts()).next() : next();
    }

    /** Once at each server, or one that contradicts itself would be asked for ever. */
    private Optional<RecorderProfile> corrected(ServerRefusal refusal) {
        return profile().equals(rules.terms().profile())
                ? profile().ofAcceptedType(refusal.accepts())
                : Optional.empty();
    }

    @Override
    public Optional<ServerHunt> afterUnreachable() {
        Stop here = stops.get(0);
        if (here.ways().size() == 1) {
            return next();
        }
        return Optional.of(here(here.otherWays()));
    }

    private SrsHunt here(Stop otherwise) {
        return new SrsHunt(insteadOfHere(Stream.of(otherwise)), seen, redirectsLeft, rules);
    }

    /** The contacts come between here and what comes next; one that was already seen would lead in a circle. */
    private SrsHunt redirected(List<SrsUri> contacts) {
        List<SrsUri> unseen = contacts.stream()
                .distinct()
                .filter(contact -> !seen.contains(contact))
                .limit(redirectsLeft)
                .toList();
        Set<SrsUri> nowSeen = new HashSet<>(seen);
        nowSeen.addAll(unseen);
        Stream<Stop> before =
                Stream.concat(Stream.of(stops.get(0)), unseen.stream().map(contact -> stop(contact, true, rules)));
        return new SrsHunt(insteadOfHere(before), nowSeen, redirectsLeft - unseen.size(), rules);
    }

    private Optional<ServerHunt> next() {
        List<Stop> others = stops.subList(1, stops.size());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        int left = others.get(0).redirected() ? redirectsLeft : MOST_REDIRECTS;
        return Optional.of(new SrsHunt(others, seen, left, rules));
    }

    private List<Stop> insteadOfHere(Stream<Stop> first) {
        List<Stop> changed = new ArrayList<>(first.toList());
        changed.addAll(stops.subList(1, stops.size()));
        return changed;
    }
}
