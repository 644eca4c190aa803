package com.klinity.platform;

import com.klinity.platform.database.CatalogueCheck;
import com.klinity.platform.database.ConnectionPool;
import com.klinity.platform.database.DatabaseSettings;
import com.klinity.platform.database.DeadConnections;
import com.klinity.platform.database.FeatureTables;
import com.klinity.platform.database.KeyedPool;
import com.klinity.platform.database.Migrations;
import com.klinity.platform.database.RetiredFeature;
import com.klinity.platform.database.Shares;
import com.klinity.platform.database.Turns;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.StartFailure;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A server's ways into its database, each for those who must not wait for the others.
 *
 * @param requests    of calls, and of the work of jobs
 * @param jobs        for the queue
 * @param watch       for the watch over open streams
 * @param entries     for audit entries of many
 * @param disclosures for entries of those who hold a connection already
 * @param changes     for what listens for changes
 * @param dead        what is known of connections that died
 * @param retired     features that have left data behind
 */
record DatabasePools(
        KeyedPool requests,
        KeyedPool jobs,
        KeyedPool watch,
        KeyedPool entries,
        KeyedPool disclosures,
        DataSource changes,
        DeadConnections dead,
        List<RetiredFeature> retired) {

    /** One for the writer's batches, the others for accounts whose chain somebody holds. */
    private static final int DISCLOSURES_AT_ONCE = 4;

    private static final int JOBS_AT_ONCE = 4;

    /**
     * Starts the database where it is the server's own, migrates, checks and opens.
     *
     * @throws StartFailure with one line a fault
     */
    static DatabasePools open(
            DatabaseAccess access, List<FeatureModule> modules, Retirement retirement, Closing closing) {
        DatabaseAccess.Running running = DatabaseAccess.start(access);
        closing.later(running.server());
        DatabaseSettings database = running.settings();
        List<Schema> schemas = Stream.concat(
                        Stream.of(Migrations.KERNEL), modules.stream().map(FeatureModule::schema))
                .filter(schema -> !schema.scripts().isEmpty())
                .toList();
        database.requireUsable();
        if (database.owner().isPresent()) {
            new Migrations(database).apply(schemas);
            FeatureTables.record(database, modules);
        }
        DeadConnections dead = new DeadConnections();
        HikariDataSource pool = closing.later(ConnectionPool.open(database, dead));
        List<RetiredFeature> retired = RetiredFeature.beside(pool, modules);
        check(pool, schemas, modules, retired, retirement);
        KeyedPool requests =
                new KeyedPool(pool, database.coreKey(), Shares.of(database.poolSize()), Turns.ofThisMachine());
        requests.prove();
        retirement.tell(retired);
        return beside(requests, database, dead, retired, closing);
    }

    private static void check(
            DataSource pool,
            List<Schema> schemas,
            List<FeatureModule> modules,
            List<RetiredFeature> retired,
            Retirement retirement) {
        CatalogueCheck check = new CatalogueCheck(pool);
        List<String> guarded = new ArrayList<>(names(schemas));
        retired.forEach(feature -> guarded.addAll(feature.schemas()));
        List<String> faults = new ArrayList<>(check.faults(guarded, modules));
        faults.addAll(check.undeclared(modules));
        faults.addAll(retirement.faults(retired));
        if (!faults.isEmpty()) {
            throw new StartFailure(faults);
        }
    }

    private static DatabasePools beside(
            KeyedPool requests,
            DatabaseSettings database,
            DeadConnections dead,
            List<RetiredFeature> retired,
            Closing closing) {
        return new DatabasePools(
                requests,
                keyed(closing, database, ConnectionPool.jobs(database, dead, JOBS_AT_ONCE)),
                keyed(closing, database, ConnectionPool.watch(database, dead, "klinity-watch")),
                keyed(closing, database, ConnectionPool.entries(database, dead, "klinity-audit", 1)),
                keyed(
                        closing,
                        database,
                        ConnectionPool.entries(database, dead, "klinity-disclosures", DISCLOSURES_AT_ONCE)),
                closing.later(ConnectionPool.watch(database, dead, "klinity-changes")),
                dead,
                retired);
    }

    private static KeyedPool keyed(Closing closing, DatabaseSettings database, HikariDataSource pool) {
        return new KeyedPool(closing.later(pool), database.coreKey());
    }

    /** The kernel's tables live in more schemas than the one its history is in. */
    private static List<String> names(List<Schema> schemas) {
        List<String> names = new ArrayList<>(List.of("identity", "audit"));
        schemas.forEach(schema -> names.add(schema.name()));
        return names.stream().distinct().toList();
    }
}
