package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.machine.Child;
import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The server and its database, killed and started again on the same data. */
final class Machinery implements AutoCloseable {

    private final Path image;
    private final Path folder;
    private final String javaOptions;
    private KlinityServer server;
    private Postgres postgres;

    /** Starts both in that folder. */
    Machinery(Path image, Path folder, String javaOptions) {
        this.image = image;
        this.folder = folder;
        this.javaOptions = javaOptions;
        server = KlinityServer.start(image, folder, javaOptions);
        postgres = Postgres.in(server.database());
    }

    KlinityServer server() {
        return server;
    }

    /** Reached past the server; another one after each restart. */
    Postgres postgres() {
        return postgres;
    }

    /** Kills who is to be killed. */
    void kill(Kill kill) {
        switch (kill.victims()) {
            case SERVER -> server.kill();
            case SERVER_THEN_DATABASE -> {
                server.kill();
                rest(kill.between());
                postgres.kill();
            }
            case DATABASE_THEN_SERVER -> {
                postgres.kill();
                rest(kill.between());
                server.kill();
            }
        }
    }

    /** Starts the server, which starts its database; once before in vain, if that is planned. */
    void restart(Kill kill) {
        if (kill.early().isPositive()) {
            Child inVain = KlinityServer.launch(image, folder, javaOptions, Map.of());
            rest(kill.early());
            inVain.kill();
        }
        server = KlinityServer.start(image, folder, javaOptions);
        postgres = Postgres.in(server.database());
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    /** Leaves no process behind, whatever was killed. */
    @Override
    public void close() {
        server.close();
        postgres.kill();
    }
}
