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

    /** How long a statement may run; the longest ones are exports, which fetch in portions. */
    private static final Duration STATEMENT_TIME = Duration.ofMinutes(5);

    private ConnectionPool() {}

    /**
     * Opens the pool and proves that one connection works.
     *
     * @throws StartFailure when it does not
     */
    public static HikariDataSource open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("klinity");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.app().username());
        config.setPassword(settings.app().password().reveal());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("ApplicationName", "klinity");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT_TIME.toMillis());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StartFailure(
                    "klinity.database.url: no connection as '" + settings.app().username() + "' (" + reason(e)
                            + "); check that PostgreSQL runs there and the password is right",
                    e);
        }
    }

    private static String reason(Throwable e) {
        return e.getCause() instanceof java.sql.SQLException sql ? "SQLSTATE " + sql.getSQLState() : "no answer";
    }
}
