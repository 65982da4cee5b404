package org.siprecservlet.rest;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import org.siprecservlet.recording.BadPlanException;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.recording.SessionDetails;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerCatalog;
import org.siprecservlet.text.SipUriSyntax;

/** Makes plans of what clients ask for. Safe for all threads. */
@Dependent
final class Plans {

    private final ServerCatalog catalog;
    private final boolean anyServer;

    @Inject
    Plans(ServerCatalog catalog, ControlSettings settings) {
        this.catalog = catalog;
        this.anyServer = settings.anyServer();
    }

    /** @throws ProblemException when there can be no such plan; names the field */
    RecordingPlan plan(StartJson asked) {
        try {
            String instance = RecordingPlan.instance(asked.instance());
            return new RecordingPlan(instance, search(asked), SessionDetails.of(asked.texts()));
        } catch (BadPlanException e) {
            throw new ProblemException(Problem.badField(e.field(), e.why()));
        }
    }

    private ServerSearch search(StartJson asked) throws BadPlanException {
        if (asked.servers() != null) {
            return given(asked);
        }
        Optional<ServerSearch> search =
                asked.serverGroup() == null ? catalog.standard() : catalog.group(asked.serverGroup());
        if (search.isEmpty() && asked.serverGroup() != null) {
            throw new BadPlanException("serverGroup", "the configuration has no group of that name");
        }
        return search.orElseThrow(() -> new ProblemException(Problem.noServer()));
    }

    private ServerSearch given(StartJson asked) throws BadPlanException {
        if (asked.serverGroup() != null) {
            throw new BadPlanException("servers", "there is serverGroup, too");
        }
        if (asked.servers().isEmpty()) {
            throw new BadPlanException("servers", "it has to name one at least");
        }
        return catalog.servers(IntStream.range(0, asked.servers().size())
                .mapToObj(index -> server(index, asked.servers()))
                .distinct()
                .toList());
    }

    private SrsUri server(int index, List<String> uris) {
        String uri = uris.get(index);
        Optional<String> wrong = uri == null ? Optional.of("it has to be a text") : SipUriSyntax.wrong(uri);
        if (wrong.isPresent()) {
            throw new ProblemException(Problem.badField("servers[" + index + "]", wrong.get()));
        }
        SrsUri server = new SrsUri(uri);
        if (!anyServer && !catalog.names(server)) {
            throw new ProblemException(Problem.serverNotConfigured(uri));
        }
        return server;
    }
}
