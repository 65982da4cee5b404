package org.siprecservlet.peers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that is not part of the project. */
final class Tool {

    private final Path program;

    private Tool(Path program) {
        this.program = program;
    }

    /**
     * Looks a program up.
     *
     * @param debianPackage what to install where it is missing
     * @throws AssertionError if it is missing
     */
    static Tool require(String program, String debianPackage) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseThrow(() -> new AssertionError(program + " is not installed; it is in the Debian package "
                        + debianPackage + ": apt-get install " + debianPackage));
    }

    /** Starts the program in a folder, which also gets what it prints, errors and all. */
    Running start(Path folder, List<String> arguments) {
        return start(command(folder, arguments).redirectErrorStream(true));
    }

    /** Runs the program to its end and returns what it printed, but not its errors; if it fails, fails with both. */
    String run(Path folder, Duration patience, List<String> arguments) {
        Path errors = folder.resolve(program.getFileName() + ".err");
        try (var running = start(command(folder, arguments).redirectError(errors.toFile()))) {
            return running.awaitSuccess(patience);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + read(errors), e);
        }
    }

    private ProcessBuilder command(Path folder, List<String> arguments) {
        var command = Stream.concat(Stream.of(program.toString()), arguments.stream());
        return new ProcessBuilder(command.toList()).directory(folder.toFile());
    }

    private Running start(ProcessBuilder command) {
        try {
            Files.createDirectories(command.directory().toPath());
            return new Running(
                    program.getFileName().toString(),
                    command.start(),
                    command.directory().toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
