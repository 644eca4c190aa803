package com.klinity.benchmarks;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import java.util.List;
import java.util.Map;

/**
 * Two servers that differ only in how often they take checkpoints of the audit log, asked the same.
 *
 * @param plan   how much
 * @param often  a checkpoint each second, of as many heads as there are accounts
 * @param seldom one each hour, which is none but for the first
 */
record CheckpointRun(Plan plan, Rig often, Rig seldom) implements AutoCloseable {

    private static final String INTERVAL = "KLINITY_AUDIT_CHECKPOINT_INTERVAL";
    private static final String WITNESSED = "select count(*) from audit.checkpoints where witnessed_at is not null";

    static CheckpointRun start(Plan plan) {
        Rig often = Rig.start(plan, Map.of(INTERVAL, "PT1S"));
        try {
            return new CheckpointRun(plan, often, Rig.start(plan, Map.of(INTERVAL, "PT1H")));
        } catch (RuntimeException e) {
            often.close();
            throw e;
        }
    }

    /** Both in turn. */
    void compare(Output output, Deadline deadline) {
        Contender each = often.klinity("each second", often.targets());
        Contender none = seldom.klinity("each hour", seldom.targets());
        new Run(plan, often, output, deadline).warmUp();
        new Run(plan, seldom, output, deadline).warmUp();
        long before = checkpoints(often);
        Rounds rounds = Rounds.run(List.of(each, none), plan.rounds, plan.seconds, plan.connections, deadline);
        long taken = checkpoints(often) - before;
        if (taken < rounds.of(each.name()).size() || checkpoints(seldom) > 1) {
            throw new BenchmarkFailure(
                    taken + " checkpoints where one each second was due, " + checkpoints(seldom) + " where none was");
        }
        output.add("checkpoints", rounds);
        output.say(taken + " checkpoints were taken and witnessed in that time");
    }

    private static long checkpoints(Rig rig) {
        return Long.parseLong(rig.postgres().ask(WITNESSED));
    }

    @Override
    public void close() {
        try (often;
                seldom) {
            // Closes both.
        }
    }
}
