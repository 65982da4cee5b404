package org.siprecservlet.arquillian;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process, from the moment it is ready. */
final class TomcatProcess {

    private static final int TRIES = 900;
    private static final long BREATH_MILLIS = 100;
    private static final long SECONDS_TO_STOP = 30;

    private final Process process;
    private final TomcatLog log;

    private TomcatProcess(Process process, TomcatLog log) {
        this.process = process;
        this.log = log;
    }

    static TomcatProcess start(RestcommSettings settings) throws IOException {
        Path base = settings.base();
        for (String folder : List.of("webapps", "work", "temp", "logs")) {
            Files.createDirectories(base.resolve(folder));
        }
        StackProperties.write(base.resolve("conf"), System.getenv());
        Process process = new ProcessBuilder(command(settings))
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile())
                .start();
        TomcatProcess tomcat = new TomcatProcess(process, new TomcatLog(base.resolve("logs/server.log")));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        tomcat.awaitStart();
        return tomcat;
    }

    private static List<String> command(RestcommSettings settings) {
        Path base = settings.base();
        Path programs = settings.tomcat().resolve("bin");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + base.resolve("jvm.options"));
        command.add("-Dcatalina.home=" + settings.tomcat());
        command.add("-Dcatalina.base=" + base);
        command.add("-Djava.io.tmpdir=" + base.resolve("temp"));
        command.add("-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"));
        command.add(
                "-Dlog4j.configuration=" + base.resolve("conf/log4j.properties").toUri());
        command.add("-Dsip.container.lib=" + settings.containerLibraries());
        command.addAll(List.of(settings.options()));
        command.add("-cp");
        command.add(programs.resolve("bootstrap.jar") + ":" + programs.resolve("tomcat-juli.jar"));
        command.addAll(List.of("org.apache.catalina.startup.Bootstrap", "start"));
        return command;
    }

    private void awaitStart() throws IOException {
        for (int i = 0; i < TRIES && !log.says("Server startup in"); i++) {
            if (hasEndedWithin(BREATH_MILLIS)) {
                throw new IOException("it ended while it started; see " + log);
            }
        }
        if (!log.says("Server startup in")) {
            throw new IOException("it takes too long; see " + log);
        }
    }

    private boolean hasEndedWithin(long millis) throws InterruptedIOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told not to wait for the server");
        }
    }

    TomcatLog log() {
        return log;
    }

    Deployer deployer() throws IOException {
        return Deployer.of(process.pid());
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
