package org.siprecservlet.rest.access;

import java.util.Optional;
import java.util.Set;
import org.siprecservlet.rest.Problem;

/**
 * Refuses what a page of another site has a browser send. Such a request comes from a trusted machine, perhaps with a
 * password the browser keeps, and nobody at that machine wants it. Browsers say where a request comes from (Fetch Metadata,
 * or at least Origin with everything that changes something); programs say nothing and pass.
 */
final class CrossSite {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    static void check(Visit visit) throws AccessRefused {
        Optional<String> site = visit.header("sec-fetch-site");
        boolean fine = site.map(OWN::contains).orElseGet(() -> isOwn(visit));
        if (!fine) {
            throw new AccessRefused(Problem.crossSite());
        }
    }

    private static boolean isOwn(Visit visit) {
        String host = visit.header("host").orElse("");
        return visit.header("origin")
                .map(origin -> origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host))
                .orElse(true);
    }
}
