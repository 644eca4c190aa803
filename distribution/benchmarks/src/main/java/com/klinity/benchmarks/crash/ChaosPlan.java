package com.klinity.benchmarks.crash;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How long a server is disturbed. */
public final class ChaosPlan {

    @Option(names = "--image", required = true, description = "folder of the runtime image")
    Path image = Path.of("");

    @Option(names = "--minutes", description = "how long it is disturbed (${DEFAULT-VALUE})")
    double minutes = 10;

    @Option(names = "--quiet", description = "seconds without disturbance before, to compare with (${DEFAULT-VALUE})")
    int quiet = 60;

    @Option(
            names = "--warming",
            description = "seconds without disturbance after a kill, which count for nothing (${DEFAULT-VALUE})")
    int warming = 10;

    @Option(names = "--seed", description = "of what happens and of what is asked for; by default the time of day")
    long seed = System.currentTimeMillis();

    @Option(names = "--writers", description = "callers of the account that nobody should disturb (${DEFAULT-VALUE})")
    int writers = 4;

    @Option(names = "--accounts", description = "accounts whose callers disturb (${DEFAULT-VALUE})")
    int accounts = 8;

    @Option(
            names = "--most-times",
            description =
                    "how many times its quiet value the p99 may be before it counts as disturbed (${DEFAULT-VALUE})")
    double mostTimes = 2;

    @Option(names = "--java-options", description = "further options for the server's JVM")
    String javaOptions = "";

    /** As the command line has it. */
    public ChaosPlan() {}
}
