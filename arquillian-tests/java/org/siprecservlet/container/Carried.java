package org.siprecservlet.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server under test says it is carrying. */
record Carried(int calls, int ports) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Carried now() {
        URI uri = URI.create("http://" + Server.HOST + ":" + Server.httpPort() + "/health/ready");
        try {
            String health = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
            return new Carried(number("calls", health), number("portsInUse", health));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking " + uri, e);
        }
    }

    /** Asks until it is as wanted or for ten seconds; the last answer. */
    static Carried await(Predicate<Carried> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        Carried carried = now();
        while (!wanted.test(carried) && Instant.now().isBefore(end)) {
            carried = now();
        }
        return carried;
    }

    private static int number(String name, String health) {
        Matcher found = Pattern.compile('"' + name + "\"\\s*:\\s*(\\d+)").matcher(health);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + health);
        }
        return Integer.parseInt(found.group(1));
    }
}
