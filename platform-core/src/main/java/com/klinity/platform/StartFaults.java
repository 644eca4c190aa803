package com.klinity.platform;

import com.klinity.platform.database.DatabaseFailure;
import com.klinity.platform.spi.StartFailure;
import java.util.Arrays;

/** Tells whatever stops a start in lines that hold no value: messages of exceptions may quote one. */
public final class StartFaults {

    private StartFaults() {}

    /** The same fault, each in one line. */
    public static StartFailure told(Throwable e) {
        if (e instanceof StartFailure failure) {
            return new StartFailure(
                    failure.faults().stream().map(StartFaults::oneLine).toList());
        }
        if (e instanceof DatabaseFailure database) {
            return new StartFailure(
                    "database: it refused the start (SQLSTATE " + database.sqlState() + ")" + place(e)
                            + "; look into its log",
                    e);
        }
        return new StartFailure(
                "the start failed: " + kinds(e) + place(e) + "; please report this, it should have been told better",
                e);
    }

    private static String oneLine(String fault) {
        return fault.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private static String kinds(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null
                ? e.getClass().getName()
                : e.getClass().getName() + " of " + cause.getClass().getName();
    }

    /** Where in this server's code; a library's place says less. */
    private static String place(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("com.klinity."))
                .findFirst()
                .map(frame -> " in " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
