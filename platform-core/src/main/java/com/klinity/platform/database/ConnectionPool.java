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

    /** How long a statement may run; the longest ones are exports, which fetch in portions. */
    private static final Duration STATEMENT_TIME = Duration.ofMinutes(5);

    /** How long it may wait for what another transaction holds, before the request is answered 503. */
    private static final Duration LOCK_TIME = Duration.ofSeconds(3);

    private static final String OPTIONS = "options";

    private ConnectionPool() {}

    /**
     * Connections beside the others, for what must not wait behind requests. Made when they are needed, given up half a
     * minute after that.
     *
     * @param name what the database shows them as
     */
    public static HikariDataSource aside(DatabaseSettings settings, String name, int size) {
        return new HikariDataSource(beside(settings, name, size));
    }

    private static HikariConfig beside(DatabaseSettings settings, String name, int size) {
        HikariConfig config = configured(settings);
        config.setPoolName(name);
        config.addDataSourceProperty("ApplicationName", name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(PATIENCE_ASIDE.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /**
     * Connections for taking, renewing and ending jobs. A plan that was made while the queue was empty stays when it is
     * long, so only the way down the indexes is left to it.
     */
    public static HikariDataSource forJobs(DatabaseSettings settings, int size) {
        HikariConfig config = beside(settings, "klinity-jobs", size);
        config.addDataSourceProperty(
                OPTIONS,
                config.getDataSourceProperties().getProperty(OPTIONS)
                        + " -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off");
        return new HikariDataSource(config);
    }

    /**
     * Opens the pool and proves that one connection works.
     *
     * @throws StartFailure when it does not
     */
    public static HikariDataSource open(DatabaseSettings settings) {
        HikariConfig config = configured(settings);
        config.setMaximumPoolSize(settings.poolSize());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StartFailure(
                    "klinity.database.url: no connection as '" + settings.app().username() + "' (" + reason(e)
                            + "); check that PostgreSQL runs there and the password is right",
                    e);
        }
    }

    private static HikariConfig configured(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("klinity");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.app().username());
        config.setPassword(settings.app().password().reveal());
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("ApplicationName", "klinity");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty(
                OPTIONS,
                "-c statement_timeout=" + STATEMENT_TIME.toMillis() + " -c lock_timeout=" + LOCK_TIME.toMillis());
        return config;
    }

    private static String reason(Throwable e) {
        return e.getCause() instanceof java.sql.SQLException sql ? "SQLSTATE " + sql.getSQLState() : "no answer";
    }
}
