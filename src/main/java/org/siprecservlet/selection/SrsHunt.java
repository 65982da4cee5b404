package org.siprecservlet.selection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.siprecservlet.recording.ServerHunt;
import org.siprecservlet.recording.SrsUri;

/**
 * A search through a list of servers, at one of its attempts.
 *
 * @param target what is tried now
 * @param otherWays how else the same server can be tried if it can not be reached so
 * @param others the attempts at each server that comes after it
 */
record SrsHunt(SrsUri target, List<SrsUri> otherWays, List<List<SrsUri>> others, Pattern skipFailoverCodes)
        implements ServerHunt {

    /** Begins with the first attempt at the first server; empty when there is no server. */
    static Optional<ServerHunt> over(List<List<SrsUri>> servers, Pattern skipFailoverCodes) {
        return servers.stream()
                .findFirst()
                .map(first -> at(first, servers.subList(1, servers.size()), skipFailoverCodes));
    }

    private static ServerHunt at(List<SrsUri> ways, List<List<SrsUri>> others, Pattern skipFailoverCodes) {
        return new SrsHunt(ways.get(0), ways.subList(1, ways.size()), others, skipFailoverCodes);
    }

    @Override
    public Optional<ServerHunt> afterRefusal(int status) {
        boolean over = skipFailoverCodes.matcher(Integer.toString(status)).find();
        return over ? Optional.empty() : over(others, skipFailoverCodes);
    }

    @Override
    public Optional<ServerHunt> afterUnreachable() {
        return otherWays.isEmpty()
                ? over(others, skipFailoverCodes)
                : Optional.of(at(otherWays, others, skipFailoverCodes));
    }
}
