package com.klinity.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Transactions that pgbench logged, those of its first second left out.
 *
 * @param sorted their durations in microseconds, shortest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PgbenchLog(long[] sorted) {

    private static final int DURATION = 2;
    private static final int SECOND = 4;
    private static final int HUNDRED = 100;

    /** Reads the logs in a folder and removes them. */
    static PgbenchLog read(Path folder) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith("log"))
                    .toList();
        }
        Stream.Builder<String> lines = Stream.builder();
        for (Path log : logs) {
            Files.readAllLines(log).forEach(lines);
            Files.delete(log);
        }
        return of(lines.build().toList());
    }

    /** Lines of client, transaction, duration, script, second, microsecond. */
    static PgbenchLog of(List<String> lines) {
        List<String[]> fields = lines.stream().map(line -> line.split(" ")).toList();
        long first = fields.stream()
                .mapToLong(line -> Long.parseLong(line[SECOND]))
                .min()
                .orElse(0);
        long[] durations = fields.stream()
                .filter(line -> Long.parseLong(line[SECOND]) > first)
                .flatMapToLong(line -> LongStream.of(Long.parseLong(line[DURATION])))
                .toArray();
        Arrays.sort(durations);
        return new PgbenchLog(durations);
    }

    /** The duration that so many percent of them don't exceed; 0 where none was logged. */
    double micros(int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[(int) Math.ceil(sorted.length * (double) percent / HUNDRED) - 1];
    }
}
