package com.klinity.platform.database;

import com.klinity.platform.background.Loop;
import com.klinity.platform.background.Sign;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens for word of changes, on one connection for all who wait. It asks that connection for a sign of life every
 * second, so it is also the first to notice that connections die without a word.
 */
public final class ChangeListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChangeListener.class.getName());
    private static final Duration ALIVE_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DataSource pool;
    private final ChangeBoard board;
    private final Loop loop;
    private volatile boolean closed;
    private volatile @Nullable Connection listening;

    private ChangeListener(DataSource pool, ChangeBoard board, Sign sign) {
        this.pool = pool;
        this.board = board;
        this.loop = Loop.start(Thread.ofPlatform().daemon(), sign, PATIENCE, this::listen);
    }

    /**
     * Starts to listen.
     *
     * @param pool of one connection of its own, with little patience
     */
    public static ChangeListener start(DataSource pool, ChangeBoard board, Sign sign) {
        return new ChangeListener(pool, board, sign);
    }

    /** As long as one connection lives. */
    private boolean listen(Sign sign) throws InterruptedException {
        sign.works();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            run(connection, "listen klinity_changes");
            listening = connection;
            board.anythingChanged();
            while (!closed) {
                sign.works();
                hear(connection);
                run(connection, "select 1");
            }
        } catch (SQLException e) {
            lost(e);
        } finally {
            listening = null;
        }
        return !closed;
    }

    private void hear(Connection connection) throws SQLException {
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications((int) ALIVE_EVERY.toMillis());
        for (PGNotification change : heard) {
            board.changed(change.getParameter());
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void lost(SQLException e) throws InterruptedException {
        if (!closed) {
            LOG.log(
                    Level.WARNING,
                    "nobody listens for changes until the database answers: SQLSTATE {0}",
                    e.getSQLState());
            Thread.sleep(ALIVE_EVERY);
        }
    }

    @Override
    public void close() {
        closed = true;
        Optional.ofNullable(listening).ifPresent(ChangeListener::abort);
        loop.close();
    }

    /** It may be waiting for word. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the connection could not be aborted: SQLSTATE {0}", e.getSQLState());
        }
    }
}
