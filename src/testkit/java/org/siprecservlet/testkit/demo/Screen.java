package org.siprecservlet.testkit.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a person what happens, a line for each thing. */
final class Screen {

    private final PrintStream out;
    private final String tick;
    private final String cross;

    Screen(PrintStream out, Map<String, String> environment) {
        this.out = out;
        boolean unicode = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .isPresent();
        this.tick = unicode ? "\u2713" : "ok";
        this.cross = unicode ? "\u2717" : "FAILED:";
    }

    void say(String line) {
        out.println(line);
    }

    void good(String line) {
        out.println("  " + tick + " " + line);
    }

    void bad(String line) {
        out.println("  " + cross + " " + line);
    }

    void show(Finding finding) {
        if (finding.good()) {
            good(finding.text());
        } else {
            bad(finding.text());
        }
    }

    /**
     * Waits with a dot each second until something is there or the time is over.
     *
     * @return whether it is there
     * @throws DemoFailed if it will never be there, and that is why
     */
    boolean await(String what, CompletableFuture<?> thing, Duration longest) {
        out.print("    " + what + " ");
        try {
            for (long second = 0; second < longest.toSeconds(); second++) {
                if (isThereWithinASecond(thing)) {
                    return true;
                }
                out.print(".");
                out.flush();
            }
            return false;
        } finally {
            out.println();
        }
    }

    private static boolean isThereWithinASecond(CompletableFuture<?> thing) {
        try {
            thing.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new DemoFailed(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted");
        }
    }
}
