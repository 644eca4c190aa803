package com.klinity.benchmarks;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A private folder that goes when the benchmark ends.
 *
 * @param folder where it is
 */
record Workspace(Path folder) implements AutoCloseable {

    static Workspace create() {
        try {
            return new Workspace(Files.createTempDirectory("klinity-benchmark-"));
        } catch (IOException e) {
            throw new BenchmarkFailure("no temporary folder can be made", e);
        }
    }

    Path subfolder() {
        try {
            return Files.createTempDirectory(folder, "load-");
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write into " + folder, e);
        }
    }

    @Override
    public void close() {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot remove " + folder, e);
        }
    }
}
