package com.klinity.distribution;

import com.klinity.platform.OperatorDesk.Outcome;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what came of an operator's command on an account. */
final class AccountOutcome {

    private static final int FINDING = 1;

    private AccountOutcome() {}

    /** The command's exit code. */
    static int tell(CommandSpec spec, Outcome outcome, UUID account, String state) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return switch (outcome) {
            case DONE -> told(out, account + " is " + state + ", from its next request on", 0);
            case UNCHANGED -> told(out, account + " was " + state + " before; nothing was changed", 0);
            case DELETED -> told(err, "klinity: " + account + " is deleted, and refused for good", FINDING);
            case UNKNOWN -> told(err, "klinity: there is no account " + account, FINDING);
        };
    }

    private static int told(PrintWriter where, String line, int code) {
        where.println(line);
        where.flush();
        return code;
    }
}
