package com.klinity.platform.database;

import com.klinity.platform.spi.StartFailure;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;

/** Connections of the app role. */
public final class ConnectionPool {

    /** How long a request waits for a connection before it is answered 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE_ASIDE = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** What an idle connection must answer in before it is used, and how often it is asked while nobody uses it. */
    private static final Duration PROOF = Duration.ofSeconds(1);

    static final Duration PROVEN_EVERY = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private static final String OPTIONS = "options";

    private ConnectionPool() {}

    /**
     * Connections beside the others, for what must not wait behind requests. Made when they are needed, given up half a
     * minute after that.
     *
     * @param name     what the database shows them as
     * @param patience with their statements
     */
    public static HikariDataSource aside(
            DatabaseSettings settings, DeadConnections dead, String name, int size, Patience patience) {
        return among(dead, new HikariDataSource(beside(settings, dead, name, size, patience)));
    }

    private static HikariConfig beside(
            DatabaseSettings settings, DeadConnections dead, String name, int size, Patience patience) {
        HikariConfig config = configured(settings, dead, name, patience);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(PATIENCE_ASIDE.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** The same for one that watches over others: one, and another in its place when that one does not answer. */
    public static HikariDataSource watch(DatabaseSettings settings, DeadConnections dead, String name) {
        return aside(settings, dead, name, 2, Patience.SHORTEST);
    }

    /** The same for audit entries. */
    public static HikariDataSource entries(DatabaseSettings settings, DeadConnections dead, String name, int size) {
        return aside(settings, dead, name, size, Patience.SHORT);
    }

    /**
     * The same for taking, renewing and ending jobs. A plan that was made while the queue was empty stays when it is
     * long, so only the way down the indexes is left to it.
     */
    public static HikariDataSource jobs(DatabaseSettings settings, DeadConnections dead, int size) {
        HikariConfig config = beside(settings, dead, "klinity-jobs", size, Patience.SHORT);
        config.addDataSourceProperty(
                OPTIONS,
                config.getDataSourceProperties().getProperty(OPTIONS)
                        + " -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off");
        return among(dead, new HikariDataSource(config));
    }

    /**
     * Opens the pool and proves that one connection works.
     *
     * @throws StartFailure when it does not
     */
    public static HikariDataSource open(DatabaseSettings settings) {
        return open(settings, new DeadConnections());
    }

    /** The same, for a server with further pools. */
    public static HikariDataSource open(DatabaseSettings settings, DeadConnections dead) {
        HikariConfig config = configured(settings, dead, "klinity", settings.patience());
        config.setMaximumPoolSize(settings.poolSize());
        try {
            return among(dead, new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            throw new StartFailure(
                    "klinity.database.url: no connection as '" + settings.app().username() + "' (" + reason(e)
                            + "); check that PostgreSQL runs there and the password is right",
                    e);
        }
    }

    private static HikariDataSource among(DeadConnections dead, HikariDataSource pool) {
        dead.among(pool);
        return pool;
    }

    private static HikariConfig configured(
            DatabaseSettings settings, DeadConnections dead, String name, Patience patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.app().username());
        config.setPassword(settings.app().password().reveal());
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PROOF.toMillis());
        config.setKeepaliveTime(PROVEN_EVERY.toMillis());
        config.setMaxLifetime(LONGEST_LIFE.toMillis());
        config.setExceptionOverride(dead);
        config.setDataSourceProperties(patience.ofServer());
        config.addDataSourceProperty("ApplicationName", name);
        // So that the driver tells its settings at the start of a session, where a reset finds them.
        config.addDataSourceProperty("assumeMinServerVersion", "15");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    private static String reason(Throwable e) {
        return e.getCause() instanceof java.sql.SQLException sql ? "SQLSTATE " + sql.getSQLState() : "no answer";
    }
}
