package com.klinity.benchmarks;

import com.klinity.benchmarks.audit.AuditRig;
import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.Sample;
import java.util.List;
import java.util.Locale;

/**
 * Appends to the audit log as the server does it, and to a plain table in its place.
 *
 * @param plan     how much
 * @param rig      to what
 * @param output   where to
 * @param deadline until when
 */
record AuditRun(Plan plan, AuditRig rig, Output output, Deadline deadline) {

    private static final double MICROS_A_SECOND = 1_000_000;

    void run() {
        rig.contenders(plan.accounts).forEach(this::warmUp);
        compare("entries, one account", rig.contenders(1));
        compare("entries, " + plan.accounts + " accounts", rig.contenders(plan.accounts));
    }

    private void warmUp(Contender contender) {
        double entries = 0;
        for (int second = 0; second < plan.warmUp && entries < plan.warmAnswers; second++) {
            entries += contender.run(1, plan.connections).perSecond();
        }
    }

    private void compare(String title, List<Contender> contenders) {
        Rounds rounds = Rounds.run(contenders, plan.rounds, plan.seconds, plan.connections, deadline);
        output.add(title, rounds);
        Sample chained = rounds.typical(AuditRig.CHAINED);
        Sample plain = rounds.typical(AuditRig.PLAIN);
        output.say(String.format(
                Locale.ROOT,
                "the chain costs an entry %.1f µs of time, %.1f µs of CPU time",
                MICROS_A_SECOND / chained.perSecond() - MICROS_A_SECOND / plain.perSecond(),
                chained.allCpuMicros() - plain.allCpuMicros()));
    }
}
