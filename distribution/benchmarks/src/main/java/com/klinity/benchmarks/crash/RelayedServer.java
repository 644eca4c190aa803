package com.klinity.benchmarks.crash;

import com.klinity.benchmarks.disturb.Relay;
import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.Map;

/** A server whose way to its database leads through a relay. The database belongs to another one that nobody disturbs. */
final class RelayedServer implements AutoCloseable {

    private final KlinityServer holder;
    private final Postgres postgres;
    private final Relay relay;
    private final Path image;
    private final Path folder;
    private final String javaOptions;
    private KlinityServer server;

    RelayedServer(Path image, Path folder, String javaOptions) {
        this.image = image;
        this.folder = folder;
        this.javaOptions = javaOptions;
        Folders.shareMailbox(Folders.in(folder, "disturbed"), Folders.in(folder, "holder"));
        holder = KlinityServer.start(image, Folders.in(folder, "holder"), javaOptions);
        postgres = Postgres.in(holder.database());
        relay = Relay.to(postgres.port());
        server = start();
    }

    private KlinityServer start() {
        Map<String, String> settings = Map.of(
                "KLINITY_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + relay.port() + "/" + Postgres.DATABASE,
                "KLINITY_DATABASE_USERNAME",
                Postgres.ROLE,
                "KLINITY_DATABASE_PASSWORD",
                postgres.password(),
                "KLINITY_DATABASE_OWNER_USERNAME",
                Postgres.OWNER,
                "KLINITY_DATABASE_OWNER_PASSWORD",
                Postgres.password(holder.database(), Postgres.OWNER));
        return KlinityServer.start(image, Folders.in(folder, "disturbed"), javaOptions, settings);
    }

    KlinityServer server() {
        return server;
    }

    /** Reached past the server and the relay. */
    Postgres postgres() {
        return postgres;
    }

    /** Lets its connections to the database die without a word. */
    void blackHole() {
        relay.silence();
    }

    void kill() {
        server.kill();
    }

    void restart() {
        server = start();
    }

    @Override
    public void close() {
        KlinityServer disturbed = server;
        try (holder;
                postgres;
                relay;
                disturbed) {
            // Closes them, the last one first.
        }
    }
}
