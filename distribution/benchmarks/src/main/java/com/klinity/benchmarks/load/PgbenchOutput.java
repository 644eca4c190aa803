package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what pgbench prints, line by line. */
final class PgbenchOutput {

    private static final Pattern PROGRESS = Pattern.compile("(?m)^progress: ([\\d.]+) s, ([\\d.]+) tps, ");
    private static final Pattern PROCESSED = Pattern.compile("(?m)^number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: (\\d+) ");
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([\\d.]+) \\(without initial connection time\\)");

    private final List<String> lines = new ArrayList<>();
    private int progress;

    /** True for the first line of progress. */
    boolean take(String line) {
        lines.add(line);
        return PROGRESS.matcher(line).find() && ++progress == 1;
    }

    /** All of it; leaves out what was done until the first line of progress. */
    PgbenchResult result(int code, Duration client, Duration database, PgbenchLog log) {
        String text = String.join("\n", lines);
        if (code != 0 || number(FAILED, 1, text) != 0) {
            throw failure(text);
        }
        double all = number(PROCESSED, 1, text);
        double settledAfter = number(PROGRESS, 1, text);
        double counted = all - number(PROGRESS, 2, text) * settledAfter;
        double time = all / number(RATE, 1, text) - settledAfter;
        return new PgbenchResult((long) all, counted / time, counted, client, database, log);
    }

    private static double number(Pattern pattern, int group, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw failure(text);
        }
        return Double.parseDouble(found.group(group));
    }

    private static BenchmarkFailure failure(String text) {
        return new BenchmarkFailure("pgbench failed: " + text);
    }
}
