package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.CpuTime;
import com.klinity.benchmarks.machine.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** wrk with a script that asks for a random target each time. */
public final class Wrk {

    private static final int MOST_THREADS = 2;
    private static final String SCRIPT = "/com/klinity/benchmarks/read.lua";

    private final Path script;
    private final Path targets;

    /** Keeps its files, which hold tokens, in that folder. */
    public Wrk(Path folder, List<Target> targets) {
        script = folder.resolve("read.lua");
        this.targets = folder.resolve("targets");
        try (InputStream in = Wrk.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new BenchmarkFailure(SCRIPT + " is missing");
            }
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    this.targets,
                    targets.stream()
                            .map(target -> target.path() + " " + target.token() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write into " + folder, e);
        }
    }

    /** Loads a server. */
    WrkResult run(URI server, int seconds, int connections) {
        int threads = Math.min(MOST_THREADS, connections);
        Duration before = CpuTime.ofEndedChildren();
        String output = output(new ProcessBuilder(
                Programs.wrk().toString(),
                "--threads=" + threads,
                "--connections=" + connections,
                "--duration=" + seconds + "s",
                "--timeout=10s",
                "--script=" + script,
                server.toString(),
                targets.toString()));
        return WrkResult.parse(output, CpuTime.ofEndedChildren().minus(before));
    }

    private static String output(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchmarkFailure("wrk failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new BenchmarkFailure("wrk cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }
}
