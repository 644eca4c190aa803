package com.klinity.benchmarks;

import com.klinity.benchmarks.load.Target;
import java.util.List;

/**
 * One run of the benchmark.
 *
 * @param plan   how much
 * @param rig    on what
 * @param output where to
 */
record Run(Plan plan, Rig rig, Output output) {

    /** All contenders in turn. */
    void compare(String title, List<Target> targets, int connections, int rounds) {
        output.add(title, Rounds.run(rig.contenders(targets), rounds, plan.seconds, connections));
    }
}
