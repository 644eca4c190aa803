package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.spi.StartFailure;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells an operator what the database said no to, and what to do. */
public final class DeskFaults {

    /** Undefined function, table, schema (PostgreSQL's manual, appendix A). */
    private static final Set<String> OLD = Set.of("42883", "42P01", "3F000");

    private static final String FORBIDDEN = "42501";

    private static final String OPERATOR = "klinity.database.operator.username must name the operator role";

    private DeskFaults() {}

    /** What a person can do about a command's failure; empty when the database is not its cause. */
    public static Optional<StartFailure> of(Exception failure) {
        return failure instanceof DatabaseFailure database
                ? Optional.of(new StartFailure(
                        reason(database, "the setting of its username must name the role that the command is for"),
                        database))
                : Optional.empty();
    }

    /** Why the database refused this work; empty when it would refuse all the same, or is not the cause. */
    public static Optional<String> ofThisWork(RuntimeException failure) {
        return failure instanceof DatabaseFailure database
                        && !database.outcomeUnknown()
                        && !isOld(database)
                        && !isForbidden(database)
                ? Optional.of(refused(database))
                : Optional.empty();
    }

    /** Reads, telling why not. */
    static <T> T reading(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseFailure e) {
            throw new StartFailure(reason(e, OPERATOR), e);
        }
    }

    /**
     * Writes, telling why not.
     *
     * @param look how to find out whether it was written, when the connection was lost meanwhile
     */
    static <T> T writing(String look, Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseFailure e) {
            throw unwritten(look, e);
        }
    }

    static StartFailure unwritten(String look, DatabaseFailure failure) {
        String told = failure.outcomeUnknown()
                ? lost(failure) + ", so it is not known whether this was written; " + look
                : "nothing was written: " + reason(failure, OPERATOR);
        return new StartFailure(told, failure);
    }

    /** Whether the database was made by a release that knew less. */
    static boolean isOld(DatabaseFailure failure) {
        return OLD.contains(failure.sqlState());
    }

    private static boolean isForbidden(DatabaseFailure failure) {
        return failure.sqlState().equals(FORBIDDEN);
    }

    private static String reason(DatabaseFailure failure, String rightLogin) {
        if (isOld(failure)) {
            return "the database is older than this release; start a server of this release once, with the owner's"
                    + " login";
        }
        if (isForbidden(failure)) {
            return "the login may not do this; " + rightLogin;
        }
        return failure.outcomeUnknown() ? lost(failure) : refused(failure);
    }

    private static String lost(DatabaseFailure failure) {
        return "the connection to the database was lost (SQLSTATE " + failure.sqlState() + ")";
    }

    private static String refused(DatabaseFailure failure) {
        return "the database refused (SQLSTATE " + failure.sqlState() + ")";
    }
}
