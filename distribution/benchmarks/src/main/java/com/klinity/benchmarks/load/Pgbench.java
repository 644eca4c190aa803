package com.klinity.benchmarks.load;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.CpuTime;
import com.klinity.benchmarks.machine.Postgres;
import com.klinity.benchmarks.machine.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** pgbench as the role that serves requests, with prepared statements. Its first second, in which it connects, is left out. */
final class Pgbench {

    private static final int THREADS = 2;
    private static final double LOGGED = 0.2;

    private final Postgres postgres;
    private final Path script;
    private final Path logs;

    Pgbench(Postgres postgres, Path folder, String script) {
        this.postgres = postgres;
        try {
            this.logs = Files.createTempDirectory(folder, "pgbench-");
            this.script = Files.writeString(logs.resolve("script.sql"), script);
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write into " + folder, e);
        }
    }

    PgbenchResult run(int seconds, int connections) {
        Duration childrenBefore = CpuTime.ofEndedChildren();
        try {
            Process process = command(seconds + 1, connections).start();
            PgbenchOutput output = new PgbenchOutput();
            Duration clientBefore = Duration.ZERO;
            Duration databaseBefore = Duration.ZERO;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (output.take(line)) {
                        clientBefore = CpuTime.of(process.pid());
                        databaseBefore = CpuTime.ofTree(postgres.pid());
                    }
                }
            }
            int code = process.waitFor();
            Duration database = CpuTime.ofTree(postgres.pid()).minus(databaseBefore);
            Duration client = CpuTime.ofEndedChildren().minus(childrenBefore).minus(clientBefore);
            return output.result(code, client, database, PgbenchLog.read(logs));
        } catch (IOException e) {
            throw new BenchmarkFailure("pgbench cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private ProcessBuilder command(int seconds, int connections) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Programs.pgbench().toString(),
                        "--host=127.0.0.1",
                        "--port=" + postgres.port(),
                        "--username=" + Postgres.ROLE,
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + connections,
                        "--jobs=" + Math.min(THREADS, connections),
                        "--time=" + seconds,
                        "--progress=1",
                        "--log",
                        "--log-prefix=" + logs.resolve("log"),
                        "--sampling-rate=" + LOGGED,
                        "--file=" + script,
                        Postgres.DATABASE))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", postgres.password());
        return builder;
    }
}
