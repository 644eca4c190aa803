package com.klinity.distribution;

import com.klinity.platform.EmergencyDesk;
import com.klinity.platform.OperatorDesk;
import com.klinity.platform.spi.StartFailure;
import java.io.PrintWriter;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;

/** An operator's command: its work, and what every operator is reminded of at the end of it. */
final class AtTheDesk {

    private AtTheDesk() {}

    /** Does the work and gives its exit code. */
    static int work(CommandSpec spec, ToIntFunction<OperatorDesk> work) {
        try (OperatorDesk desk = OperatorDesk.open(Installation.launch())) {
            int code = work.applyAsInt(desk);
            remind(spec.commandLine().getErr(), desk.emergencies());
            return code;
        }
    }

    /** The work is done by then, so nothing here may make it look undone. */
    private static void remind(PrintWriter err, EmergencyDesk emergencies) {
        try {
            long overdue = emergencies.overdue();
            if (overdue > 0) {
                err.println("klinity: emergency accesses that nobody reviewed within 30 days: " + overdue
                        + "; see klinity emergency-access list --unreviewed");
            }
        } catch (StartFailure e) {
            e.faults()
                    .forEach(fault -> err.println(
                            "klinity: whether a review of an emergency access is overdue could not be asked: "
                                    + fault));
        }
    }
}
