package com.klinity.benchmarks.profile;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.CpuTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU time of a JVM's threads by what they are for, which the kernel knows better than the recording.
 *
 * @param byKind request, JIT compiler, garbage collector and others
 */
record ThreadTimes(Map<String, Duration> byKind) {

    static ThreadTimes of(long pid) {
        Map<String, Duration> times = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            List<Path> all = tasks.toList();
            for (Path task : all) {
                String name = Files.readString(task.resolve("comm")).strip();
                times.merge(kind(name), CpuTime.ofThread(task), Duration::plus);
            }
        } catch (IOException e) {
            throw new BenchmarkFailure("the server's threads cannot be read", e);
        }
        return new ThreadTimes(times);
    }

    /** What was added since. */
    ThreadTimes since(ThreadTimes before) {
        Map<String, Duration> times = new TreeMap<>();
        byKind.forEach((kind, time) -> times.put(kind, time.minus(before.byKind.getOrDefault(kind, Duration.ZERO))));
        return new ThreadTimes(times);
    }

    static String kind(String thread) {
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return "JIT compiler";
        }
        if (thread.startsWith("G1") || thread.startsWith("GC ")) {
            return "garbage collector";
        }
        if (thread.startsWith("ForkJoinPool")) {
            return "requests (carriers of virtual threads)";
        }
        return "others";
    }
}
