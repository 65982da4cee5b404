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
 * @param servers those that have not vanished from this recording, in the order of the search
 * @param seen every URI that it was or will be at
 * @param redirectsLeft how many more redirections the current server may bring
 */
record SrsHunt(List<Stop> stops, List<SrsUri> servers, Set<SrsUri> seen, int redirectsLeft, Rules rules)
        implements ServerHunt {

    /** How many URIs one server can redirect a search to, over all its redirections. */
    static final int MOST_REDIRECTS = 5;

    /**
     * A server.
     *
     * @param uri as it was configured, or as a redirection has it
     * @param server the one of the group that it is, or whose redirections led to it
     * @param ways the attempts at it that are left, the next one first
     * @param profile that of the group, or as the server itself says
     */
    private record Stop(SrsUri uri, SrsUri server, List<SrsUri> ways, RecorderProfile profile) {

        Stop otherWays() {
            return new Stop(uri, server, ways.subList(1, ways.size()), profile);
        }

        Stop told(RecorderProfile otherwise) {
            return new Stop(uri, server, ways, otherwise);
        }

        boolean isRedirected() {
            return !uri.equals(server);
        }
    }

    /** What holds for the whole search. */
    record Rules(ServerGroup.Terms terms, Rests rests, Answering answering, int bodyBytes) {}

    /** @param servers at least one */
    static ServerHunt begin(List<SrsUri> servers, Rules rules) {
        return begin(servers, Set.of(), rules);
    }

    private static ServerHunt begin(List<SrsUri> servers, Set<SrsUri> seenBefore, Rules rules) {
        List<SrsUri> awake = rules.rests().awake(servers);
        Set<SrsUri> seen = new HashSet<>(seenBefore);
        seen.addAll(awake);
        List<Stop> stops =
                awake.stream().map(server -> stop(server, server, rules)).toList();
        return new SrsHunt(stops, servers, seen, MOST_REDIRECTS, rules);
    }

    private static Stop stop(SrsUri uri, SrsUri server, Rules rules) {
        return new Stop(
                uri,
                server,
                SrsTransport.attempts(uri, rules.bodyBytes()),
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
    public Duration keepalive() {
        return rules.terms().keepalive();
    }

    @Override
    public void noteAnswer() {
        rules.answering().note(stops.get(0).uri());
    }

    @Override
    public boolean isKnownToAnswer() {
        return rules.answering().isKnownOf(stops.get(0).uri());
    }

    /** Those behind it come first, then those before it, which may be back. */
    @Override
    public Optional<ServerHunt> afterLoss(ServerRefusal how) {
        int vanished = servers.indexOf(stops.get(0).server());
        List<SrsUri> others = new ArrayList<>(servers.subList(vanished + 1, servers.size()));
        others.addAll(servers.subList(0, vanished));
        return others.isEmpty() || rules.terms().endSearchAt(how.status())
                ? Optional.empty()
                : Optional.of(begin(others, seen, rules));
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
        return new SrsHunt(insteadOfHere(Stream.of(otherwise)), servers, seen, redirectsLeft, rules);
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
        Stop here = stops.get(0);
        Stream<Stop> before =
                Stream.concat(Stream.of(here), unseen.stream().map(contact -> stop(contact, here.server(), rules)));
        return new SrsHunt(insteadOfHere(before), servers, nowSeen, redirectsLeft - unseen.size(), rules);
    }

    private Optional<ServerHunt> next() {
        List<Stop> others = stops.subList(1, stops.size());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        int left = others.get(0).isRedirected() ? redirectsLeft : MOST_REDIRECTS;
        return Optional.of(new SrsHunt(others, servers, seen, left, rules));
    }

    private List<Stop> insteadOfHere(Stream<Stop> first) {
        List<Stop> changed = new ArrayList<>(first.toList());
        changed.addAll(stops.subList(1, stops.size()));
        return changed;
    }
}
