package org.siprecservlet.rest;

import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.siprecservlet.selection.ServerCatalog;

/** Shows the recorders of the configuration. Safe for all threads. */
@ApplicationScoped
@Path("v1/servers")
public class ServersResource {

    private final ServerCatalog servers;

    @Inject
    public ServersResource(ServerCatalog servers) {
        this.servers = servers;
    }

    /** Only for the client proxy of the CDI container, which needs one and never uses it. */
    public ServersResource() {
        this.servers = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ServersJson list() {
        return ServersJson.of(servers);
    }
}
