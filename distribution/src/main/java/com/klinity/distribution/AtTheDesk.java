package com.klinity.distribution;

import com.klinity.platform.OperatorDesk;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;

/** An operator's command: its work, and what every operator is reminded of at the end of it. */
final class AtTheDesk {

    private AtTheDesk() {}

    /** Does the work and gives its exit code. */
    static int work(CommandSpec spec, ToIntFunction<OperatorDesk> work) {
        try (OperatorDesk desk = OperatorDesk.open(Installation.launch())) {
            int code = work.applyAsInt(desk);
            long overdue = desk.emergencies().overdue();
            if (overdue > 0) {
                spec.commandLine()
                        .getErr()
                        .println("klinity: emergency accesses that nobody reviewed within 30 days: " + overdue
                                + "; see klinity emergency-access list --unreviewed");
            }
            return code;
        }
    }
}
