package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk saw.
 *
 * @param answers   complete answers
 * @param micros    time it took
 * @param bytes     of all answers, heads included
 * @param failures  broken connections, late answers, and answers with a status of 400 or more
 * @param p50Micros median latency
 * @param p99Micros 99th percentile of the latency
 * @param cpu       of wrk itself
 */
record WrkResult(
        long answers, long micros, long bytes, long failures, double p50Micros, double p99Micros, Duration cpu) {

    private static final double MICROS_A_SECOND = 1e6;
    private static final Pattern LINE = Pattern.compile(
            "(?m)^result answers=(\\d+) micros=(\\d+) bytes=(\\d+) failures=(\\d+) p50=([\\d.]+) p99=([\\d.]+)$");

    /** Reads the line that the script prints. */
    static WrkResult parse(String output, Duration cpu) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            throw new BenchmarkFailure("wrk printed no result: " + output);
        }
        return new WrkResult(
                Long.parseLong(line.group(1)),
                Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)),
                Long.parseLong(line.group(4)),
                Double.parseDouble(line.group(5)),
                Double.parseDouble(line.group(6)),
                cpu);
    }

    /** The answers as a divisor; exact below 2^53. */
    double counted() {
        return (double) answers;
    }

    double perSecond() {
        return answers * MICROS_A_SECOND / micros;
    }

    /**
     * Goes on when each answer was right: none failed, and the bytes are those of as many answers as there were.
     *
     * @param shortest length of the shortest right answer, its head included
     * @param longest  length of the longest
     * @param pending  answers that may have been under way when wrk stopped counting
     */
    WrkResult check(int shortest, int longest, int pending) {
        if (answers == 0 || failures > 0) {
            throw new BenchmarkFailure(answers + " answers, " + failures + " failures");
        }
        if (bytes < answers * shortest || bytes > (answers + pending) * longest) {
            throw new BenchmarkFailure(bytes + " bytes are not those of " + answers + " answers of " + shortest + " to "
                    + longest + " bytes");
        }
        return this;
    }
}
