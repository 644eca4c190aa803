package com.klinity.platform.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a schema's scripts, in one line that quotes neither SQL nor rows. */
final class MigrationFault {

    private static final Pattern SCRIPT = Pattern.compile("V[0-9]+__[a-z0-9_]+\\.sql");

    private MigrationFault() {}

    static String told(FlywayException e) {
        if (e instanceof FlywayValidateException) {
            return "its history does not match this release: a script was changed, is missing, or failed; restore the"
                    + " release that it was made by, or a backup";
        }
        String script = script(e).map(name -> "the script " + name + " failed").orElse("the scripts could not be run");
        return sql(e).map(state -> script + " (SQLSTATE " + state + "); " + whatToDo(state))
                .orElse(script + " (" + e.getClass().getSimpleName() + "); look into the database's log");
    }

    private static String whatToDo(String state) {
        return switch (state) {
            case "42P06", "42P07", "42710", "42723" ->
                "something of that name is there already, and not of this server; name an empty database";
            case "42501" -> "klinity.database.owner.username must name the role that owns the database";
            case "42704" -> "a role is missing; make all four before the first start, as the guide says";
            default -> "look into the database's log";
        };
    }

    private static Optional<String> script(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Matcher script = SCRIPT.matcher(String.valueOf(cause.getMessage()));
            if (script.find()) {
                return Optional.of(script.group());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sql(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
