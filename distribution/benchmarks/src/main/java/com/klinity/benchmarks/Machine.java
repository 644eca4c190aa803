package com.klinity.benchmarks;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static Map<String, Object> describe() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        machine.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("model", processor());
        machine.put("kernel", System.getProperty("os.version"));
        machine.put("java", Runtime.version().toString());
        return machine;
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.split(":", 2)[1].strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new BenchmarkFailure("/proc/cpuinfo cannot be read", e);
        }
    }
}
