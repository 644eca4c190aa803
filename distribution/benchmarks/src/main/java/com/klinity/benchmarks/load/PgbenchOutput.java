package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what pgbench prints, line by line. */
final class PgbenchOutput {

    private static final Pattern PROGRESS = Pattern.compile("progress: ([\\d.]+) s, ([\\d.]+) tps, .*");
    private static final Pattern PROCESSED =
            Pattern.compile("number of transactions actually processed: (\\d+)(?:/\\d+)?");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+) .*");

    private final List<String> lines = new ArrayList<>();
    private final List<Double> perSecond = new ArrayList<>();
    private double firstInterval;
    private OptionalLong processed = OptionalLong.empty();
    private boolean failed;

    /** True for a line of progress. */
    boolean take(String line) {
        lines.add(line);
        Matcher progress = PROGRESS.matcher(line);
        if (progress.matches()) {
            if (perSecond.isEmpty()) {
                firstInterval = Double.parseDouble(progress.group(1));
            }
            perSecond.add(Double.valueOf(progress.group(2)));
            return true;
        }
        Matcher total = PROCESSED.matcher(line);
        if (total.matches()) {
            processed = OptionalLong.of(Long.parseLong(total.group(1)));
        }
        Matcher failures = FAILED.matcher(line);
        failed = failed || (failures.matches() && !failures.group(1).equals("0"));
        return false;
    }

    /** How many lines of progress there were. */
    int progress() {
        return perSecond.size();
    }

    PgbenchResult result(int code, Duration client, Duration database, PgbenchLog log) {
        if (code != 0 || failed || processed.isEmpty() || perSecond.size() < 2) {
            throw new BenchmarkFailure("pgbench failed: " + String.join("\n", lines));
        }
        long all = processed.getAsLong();
        double settled = perSecond.stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        double counted = all - perSecond.getFirst() * firstInterval;
        return new PgbenchResult(all, settled, counted, client, database, log);
    }
}
