package com.klinity.platform.database;

import com.klinity.platform.spi.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** A statement that PostgreSQL refused, or a database that is not there. The message holds no values. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A statement took longer than it may. */
    private static final String QUERY_CANCELED = "57014";

    /** The session was ended, as its transaction had no statement for too long. */
    private static final String IDLE_IN_TRANSACTION = "25P03";

    private final String sqlState;
    private final boolean connection;

    private final boolean audit;

    DatabaseFailure(SQLException cause) {
        this(cause, false);
    }

    private DatabaseFailure(SQLException cause, boolean audit) {
        // The driver's message may quote row values, so neither it nor the cause is kept.
        super("SQLSTATE " + cause.getSQLState());
        setStackTrace(cause.getStackTrace());
        this.sqlState = Optional.ofNullable(cause.getSQLState()).orElse("");
        this.connection = cause instanceof SQLTransientConnectionException;
        this.audit = audit;
    }

    /** What kept an entry out of the audit log, which is never the request's fault. */
    static DatabaseFailure ofAudit(SQLException cause) {
        return new DatabaseFailure(cause, true);
    }

    /** PostgreSQL's error code (its manual, appendix A); empty when there is none. */
    public String sqlState() {
        return sqlState;
    }

    /**
     * True when the connection was lost, so that nobody can say whether a commit under way was done. Where the pool had no
     * connection to give, nothing was begun.
     */
    public boolean outcomeUnknown() {
        return !connection
                && (sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.equals(IDLE_IN_TRANSACTION));
    }

    /** What the caller is told when the cause lies in the request or passes by itself. */
    public Optional<Refusal> refusal() {
        if (!connection && outcomeUnknown()) {
            return Optional.of(Refusal.uncertain());
        }
        if (audit || connection || isUnavailable()) {
            return Optional.of(Refusal.unavailable());
        }
        return switch (sqlState) {
            case "23001", "23503" ->
                Optional.of(
                        Refusal.conflict("still-referenced", "Other records depend on this one; remove those first."));
            case "23505" -> Optional.of(Refusal.conflict("already-exists", "There is such a record already."));
            case "22021", "22P05" -> Optional.of(Refusal.malformed("Text holds a character that cannot be stored."));
            case "22003", "22007", "22008" ->
                Optional.of(Refusal.malformed("A number or time is outside the range that can be stored."));
            default -> Optional.empty();
        };
    }

    /** Connection lost or refused, shutting down, out of resources or time, or a conflict of transactions. */
    private boolean isUnavailable() {
        return sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57P")
                || sqlState.startsWith("40")
                || sqlState.equals(QUERY_CANCELED)
                || sqlState.equals(IDLE_IN_TRANSACTION)
                || sqlState.equals("55P03");
    }
}
