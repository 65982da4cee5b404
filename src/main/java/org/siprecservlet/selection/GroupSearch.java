package org.siprecservlet.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.siprecservlet.media.MediaProtection;
import org.siprecservlet.recording.RecorderProfile;
import org.siprecservlet.recording.ServerHunt;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.recording.SrsUri;

/** Begins searches through one group; knows whose turn it is. Safe for any thread. */
final class GroupSearch implements ServerSearch {

    private final ServerGroup group;
    private final Rests rests;
    private final Answering answering;
    private final AtomicInteger turn = new AtomicInteger();

    GroupSearch(ServerGroup group, Rests rests, Answering answering) {
        this.group = group;
        this.rests = rests;
        this.answering = answering;
    }

    @Override
    public ServerHunt begin(int bodyBytes) {
        return SrsHunt.begin(inOrder(), new SrsHunt.Rules(group.terms(), rests, answering, bodyBytes));
    }

    @Override
    public RecorderProfile profile() {
        return group.terms().profile();
    }

    @Override
    public List<String> codecs() {
        return group.terms().codecs();
    }

    @Override
    public MediaProtection protection() {
        return group.terms().protection();
    }

    private List<SrsUri> inOrder() {
        if (group.strategy() == Strategy.HUNT) {
            return group.servers();
        }
        List<SrsUri> servers = new ArrayList<>(group.servers());
        Collections.rotate(servers, -Math.floorMod(turn.getAndIncrement(), servers.size()));
        return servers;
    }
}
