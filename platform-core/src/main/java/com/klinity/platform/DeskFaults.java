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

    private DeskFaults() {}

    /** What a person can do about a command's failure; empty when the database is not its cause. */
    public static Optional<StartFailure> of(Exception failure) {
        return failure instanceof DatabaseFailure database
                ? Optional.of(new StartFailure(
                        reason(database, "the setting of its username must name the role that the command is for"),
                        database))
                : Optional.empty();
    }

    /** Does it, telling why not. */
    static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseFailure e) {
            throw told(e);
        }
    }

    /** Whether the database was made by a release that knew less. */
    static boolean isOld(DatabaseFailure failure) {
        return OLD.contains(failure.sqlState());
    }

    static StartFailure told(DatabaseFailure failure) {
        return new StartFailure(
                "nothing was written: "
                        + reason(failure, "klinity.database.operator.username must name the operator role"),
                failure);
    }

    private static String reason(DatabaseFailure failure, String rightLogin) {
        if (isOld(failure)) {
            return "the database is older than this release; start a server of this release once, with the owner's"
                    + " login";
        }
        if (failure.sqlState().equals(FORBIDDEN)) {
            return "the login may not do this; " + rightLogin;
        }
        return "the database refused (SQLSTATE " + failure.sqlState() + ")";
    }
}
