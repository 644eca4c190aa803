package com.klinity.benchmarks.profile;

import com.klinity.benchmarks.load.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Where a loaded server spent its CPU time.
 *
 * @param sample  what it did meanwhile
 * @param threads by kind of thread
 * @param shares  percent of its samples by whose code they were in
 * @param lines   all that as a text
 */
public record Profile(Sample sample, Map<String, Duration> threads, Map<String, Double> shares, List<String> lines) {

    /**
     * Takes one while the load runs.
     *
     * @param pid the server
     */
    public static Profile of(long pid, Recording recording, Supplier<Sample> load) {
        ThreadTimes before = ThreadTimes.of(pid);
        Instant begin = Instant.now();
        Sample sample = load.get();
        Instant end = Instant.now();
        Map<String, Duration> threads = ThreadTimes.of(pid).since(before).byKind();
        Samples samples = recording.between(begin, end);
        List<String> lines = new ArrayList<>();
        lines.add("CPU by kind of thread");
        lines.addAll(threadLines(threads));
        lines.add("");
        lines.addAll(samples.lines());
        return new Profile(sample, threads, samples.shares(), lines);
    }

    private static List<String> threadLines(Map<String, Duration> threads) {
        double all = threads.values().stream().mapToLong(Duration::toMillis).sum();
        return threads.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT, "%6.1f %%  %s", entry.getValue().toMillis() * 100 / all, entry.getKey()))
                .collect(Collectors.toList());
    }
}
