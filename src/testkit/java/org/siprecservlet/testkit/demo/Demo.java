package org.siprecservlet.testkit.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.siprecservlet.testkit.sip.TimedOut;

/** The program behind {@code ./demo}: a recorded call of ten seconds, and a verdict on what was recorded. */
public final class Demo {

    private static final Duration START = Duration.ofMinutes(3);

    private final Map<String, String> environment;
    private final Screen screen;
    private final Results results;
    private final DemoServer server;

    private Demo(Path root, Container container, Map<String, String> environment, Screen screen) {
        this.environment = environment;
        this.screen = screen;
        this.results = new Results(root.resolve("target/demo"));
        this.server = new DemoServer(root, container, root.resolve("target/demo-server"));
    }

    /**
     * Runs it: the root of the project, then {@code --keep} and {@code --restcomm} if wanted. Exits with 0 only when
     * everything was right.
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        List<String> wanted = List.of(arguments);
        Container container = wanted.contains("--restcomm") ? Container.RESTCOMM : Container.LIBERTY;
        Demo demo = new Demo(Path.of(arguments[0]), container, System.getenv(), new Screen(out, System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stop));
        System.exit(demo.run(wanted.contains("--keep")) ? 0 : 1);
    }

    /** What happens on Ctrl-C, and at the end of all that has failed. */
    private void stop() {
        if (server.isRunning()) {
            screen.say("stopping the server");
        }
        server.close();
    }

    private boolean run(boolean keep) {
        try (Stage stage = new Stage(Addresses.of(environment))) {
            start(stage);
            boolean good = new RecordedCall(stage, results, screen).play(server.ended());
            if (good && keep) {
                pointToResults();
                keepOpen(stage);
            } else if (good) {
                server.close();
                pointToResults();
            }
            return good || fail("the recording is not what it should be");
        } catch (TimedOut e) {
            return fail(e.getMessage().lines().findFirst().orElse("something did not come in time"));
        } catch (DemoFailed e) {
            return fail(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return fail("something went wrong that should not: " + e);
        }
    }

    private void start(Stage stage) throws IOException {
        server.start(stage.settings());
        results.clear();
        if (!screen.await("starting the server", server.ready(), START)) {
            throw new DemoFailed("the server was not ready after " + START.toMinutes() + " minutes");
        }
        screen.good("the server takes calls at " + stage.addresses().sipText());
    }

    private void pointToResults() {
        screen.say("");
        screen.say("A call through SIPREC Servlet was recorded. Look in " + Results.shown(results.directory()) + ":");
        screen.say(
                "  *.wav          what each party said, a file for each stream, named after its label and who spoke");
        screen.say("  metadata.xml   what the recorder was told about the call");
        screen.say("  ladder.txt     every message and stream of the call, drawn and in full");
    }

    private void keepOpen(Stage stage) {
        new OpenLine(stage, results, screen).open();
        Addresses at = stage.addresses();
        screen.say(String.format(
                Locale.ROOT,
                """

                The server goes on until you press Ctrl-C. From a phone of your own, without registration, call
                  sip:anybody@%1$s (udp or tcp; PCMU or PCMA)
                The demo's bob answers with his tone. What was recorded is then in %2$s/call-2 and so on;
                what is being recorded can be seen at http://127.0.0.1:%3$d/siprec/api/v1/recordings

                Two settings point a server at your own: where calls go, and where the recorder is. Here they are
                  SIPREC_NEXT_HOP=%4$s
                  SIPREC_SRS=%5$s
                For a server of your own: SIPREC_NEXT_HOP=sip:... SIPREC_SRS=sip:... %6$s
                For phones on other machines: SIP_HOST=<address of this machine> ./demo --keep
                """,
                at.sipText(),
                Results.shown(results.directory()),
                at.httpPort(),
                stage.bob().uri(),
                stage.recorder().uri(),
                server.script()));
        server.ended().join();
        throw new DemoFailed("the server ended by itself");
    }

    /** Says what went wrong, unless it is only that somebody pressed Ctrl-C. */
    private boolean fail(String sentence) {
        if (!server.isClosed()) {
            screen.bad(sentence);
            screen.say(server.wasStarted() ? whereToLook() : "The demo failed.");
        }
        return false;
    }

    private String whereToLook() {
        return "\nThe demo failed. The server's log is " + Results.shown(server.log())
                + ", what was said on the wire is in " + Results.shown(results.ladder()) + ".";
    }
}
