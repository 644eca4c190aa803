package com.klinity.benchmarks.audit;

import com.klinity.benchmarks.machine.Postgres;
import com.klinity.platform.database.Accounts;
import com.klinity.platform.database.AuditHealth;
import com.klinity.platform.database.AuditWriter;
import com.klinity.platform.database.ConnectionPool;
import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.DatabaseSettings.Login;
import com.klinity.platform.database.KeyedPool;
import com.klinity.platform.database.Reach;
import com.klinity.platform.json.JacksonJson;
import com.klinity.platform.spi.Secret;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server's own writer of entries, in this process: those that wait share one call and one commit.
 *
 * @param pool   its connections
 * @param writer it
 * @param log    what appends through it
 */
record ServerWriter(HikariDataSource pool, AuditWriter writer, Accounts log) implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    /** Kept, or its level would be forgotten: openings and closings are no news here. */
    private static final Logger OF_POOLS = Logger.getLogger("com.zaxxer.hikari");

    static {
        OF_POOLS.setLevel(Level.WARNING);
    }

    /** On that database. */
    static ServerWriter on(Postgres postgres) {
        DatabaseSettings settings = new DatabaseSettings(
                postgres.url(),
                new Login(Postgres.ROLE, new Secret(postgres.password())),
                Optional.empty(),
                new Secret("a benchmark's own"),
                CONNECTIONS);
        postgres.execute("insert into platform.core_keys (verifier) values (sha256('\\x"
                + HexFormat.of().formatHex(settings.coreKey().bytes()) + "'::bytea)) on conflict do nothing");
        HikariDataSource pool = ConnectionPool.open(settings);
        KeyedPool database = new KeyedPool(pool, settings.coreKey());
        AuditWriter writer = new AuditWriter(database, new AuditHealth(database), "audit-writer");
        return new ServerWriter(
                pool,
                writer,
                new Accounts(database, writer, writer, new JacksonJson(), topic -> {}, new Reach(Set.of())));
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
    }
}
