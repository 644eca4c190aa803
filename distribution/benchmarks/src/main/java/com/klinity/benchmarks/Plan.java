package com.klinity.benchmarks;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is measured. */
final class Plan {

    @Option(names = "--image", required = true, description = "folder of the runtime image")
    Path image = Path.of("");

    @Option(names = "--rounds", description = "rounds, each with a slice of every contender (${DEFAULT-VALUE})")
    int rounds = 6;

    @Option(names = "--seconds", description = "length of a slice (${DEFAULT-VALUE})")
    int seconds = 5;

    @Option(
            names = "--warm-up",
            description = "seconds of load on each JVM before the rounds at most (${DEFAULT-VALUE})")
    int warmUp = 30;

    @Option(names = "--warm-answers", description = "answers after which a JVM counts as warm (${DEFAULT-VALUE})")
    int warmAnswers = 60_000;

    @Option(names = "--connections", description = "concurrent requests (${DEFAULT-VALUE})")
    int connections = 32;

    @Option(names = "--accounts", description = "practitioners, each with one patient (${DEFAULT-VALUE})")
    int accounts = 256;

    @Option(names = "--most", description = "seconds after which no further round begins (${DEFAULT-VALUE})")
    int most = 270;

    @Option(names = "--java-options", description = "further options for the server's JVM")
    String javaOptions = "";

    @Option(names = "--json", description = "file that the result is written to")
    private @Nullable Path json;

    Optional<Path> json() {
        return Optional.ofNullable(json);
    }
}
