package com.klinity.benchmarks.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much is measured. */
public final class ExportPlan {

    @Option(names = "--image", required = true, description = "folder of the runtime image")
    Path image = Path.of("");

    @Option(
            names = "--sizes",
            split = ",",
            description = "entries of the logs, up to ten million (10000,100000,1000000)")
    List<Integer> sizes = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--rounds", description = "rounds for each size after the warm-up (${DEFAULT-VALUE})")
    int rounds = 7;

    @Option(names = "--java-options", description = "further options for the server's JVM")
    String javaOptions = "";

    @Option(names = "--json", description = "file that the result is written to")
    private @Nullable Path json;

    /** As picocli fills it. */
    public ExportPlan() {}

    /** Where the result goes as JSON. */
    public Optional<Path> json() {
        return Optional.ofNullable(json);
    }
}
