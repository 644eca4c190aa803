package com.klinity.benchmarks.crash;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How much is killed. */
public final class CrashPlan {

    @Option(names = "--image", required = true, description = "folder of the runtime image")
    Path image = Path.of("");

    @Option(names = "--kills", description = "how often the server is killed (${DEFAULT-VALUE})")
    int kills = 200;

    @Option(names = "--seed", description = "of the kills and of what writers ask for; by default the time of day")
    long seed = System.currentTimeMillis();

    @Option(names = "--writers", description = "callers at the same time (${DEFAULT-VALUE})")
    int writers = 32;

    @Option(
            names = "--accounts",
            description = "practitioners, among whom the callers are dealt out (${DEFAULT-VALUE})")
    int accounts = 8;

    @Option(names = "--java-options", description = "further options for the server's JVM (${DEFAULT-VALUE})")
    String javaOptions = "-XX:TieredStopAtLevel=1"; // it never lives long enough to need more

    /** As the command line has it. */
    public CrashPlan() {}
}
