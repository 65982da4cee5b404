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

    /** Starts the program in a folder, which also gets what it prints. */
    Running start(Path folder, List<String> arguments) {
        var command =
                Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
        try {
            Files.createDirectories(folder);
            var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            return new Running(program.getFileName().toString(), process.start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the program to its end and returns what it printed; throws an {@link AssertionError} if it fails. */
    String run(Path folder, Duration patience, List<String> arguments) {
        try (var running = start(folder, arguments)) {
            return running.awaitSuccess(patience);
        }
    }
}
