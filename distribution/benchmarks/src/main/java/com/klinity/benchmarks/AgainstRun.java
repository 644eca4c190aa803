package com.klinity.benchmarks;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The servers of two images, asked the same in turn, each with a database of its own: over many accounts, then on one.
 *
 * @param plan  how much
 * @param own   of the image under test
 * @param other of the one it is held against
 */
record AgainstRun(Plan plan, Rig own, Rig other) implements AutoCloseable {

    static AgainstRun start(Plan plan, Path image) {
        Rig own = Rig.start(plan);
        try {
            return new AgainstRun(plan, own, Rig.start(plan, image, Map.of()));
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    void compare(Output output, Deadline deadline) {
        own.klinity(own.targets()).run(plan.warmUp, plan.connections);
        other.klinity(other.targets()).run(plan.warmUp, plan.connections);
        compare("many accounts", own.targets(), other.targets(), output, deadline);
        compare("one account", own.targets().subList(0, 1), other.targets().subList(0, 1), output, deadline);
    }

    private void compare(
            String title, List<Target> ownTargets, List<Target> otherTargets, Output output, Deadline deadline) {
        List<Contender> both = List.of(own.klinity("this", ownTargets), other.klinity("other", otherTargets));
        output.add(title, Rounds.run(both, plan.rounds, plan.seconds, plan.connections, deadline));
    }

    @Override
    public void close() {
        try (own;
                other) {
            // Closes both.
        }
    }
}
