package com.klinity.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Load generators of the system. */
public final class Programs {

    private static final Path DEBIAN_POSTGRESQL = Path.of("/usr/lib/postgresql");

    private static final String WRK = "wrk";
    private static final String PGBENCH = "pgbench";

    private Programs() {}

    /** Whether both are there. */
    public static boolean installed() {
        return onPath(WRK).isPresent()
                && (behindWrapper().isPresent() || onPath(PGBENCH).isPresent());
    }

    /** wrk, from the package of that name. */
    public static Path wrk() {
        return onPath(WRK).orElseThrow(() -> new BenchmarkFailure("wrk is not installed (Debian: apt install wrk)"));
    }

    /** pgbench itself where Debian puts a wrapper in front of it. */
    public static Path pgbench() {
        return behindWrapper()
                .or(() -> onPath(PGBENCH))
                .orElseThrow(
                        () -> new BenchmarkFailure("pgbench is not installed (Debian 12: apt install postgresql-15)"));
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> behindWrapper() {
        if (!Files.isDirectory(DEBIAN_POSTGRESQL)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN_POSTGRESQL)) {
            List<Path> found = versions.map(version -> version.resolve("bin/" + PGBENCH))
                    .filter(Files::isExecutable)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            return found.stream().findFirst();
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot read " + DEBIAN_POSTGRESQL, e);
        }
    }
}
