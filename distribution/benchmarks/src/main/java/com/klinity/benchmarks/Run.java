package com.klinity.benchmarks;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.Sample;
import com.klinity.benchmarks.load.Scripts;
import com.klinity.benchmarks.load.Target;
import com.klinity.benchmarks.profile.Profile;
import com.klinity.benchmarks.profile.Recording;
import com.klinity.benchmarks.steps.Step;
import com.klinity.benchmarks.steps.StepScripts;
import com.klinity.benchmarks.steps.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One run of the benchmark.
 *
 * @param plan   how much
 * @param rig    on what
 * @param output where to
 * @param deadline until when
 */
record Run(Plan plan, Rig rig, Output output, Deadline deadline) {

    private static final int SLICE = 3;

    /** Loads the JVMs until the compiler should be done: so many answers, or so much time. */
    void warmUp() {
        for (Contender jvm : List.of(rig.klinity(rig.targets()), rig.helidon(rig.targets()))) {
            double answers = 0;
            for (int seconds = 0; seconds < plan.warmUp && answers < plan.warmAnswers; seconds += SLICE) {
                answers += jvm.run(SLICE, plan.connections).perSecond() * SLICE;
            }
        }
    }

    /** All contenders in turn. */
    void compare(String title, List<Target> targets, int connections, int rounds) {
        output.add(title, Rounds.run(rig.contenders(targets), rounds, plan.seconds, connections, deadline));
    }

    /** The cost of each step. */
    void takeApart() {
        List<Contender> contenders = new ArrayList<>(
                StepScripts.contenders(rig.postgres(), rig.workspace().subfolder(), new Scripts(rig.targets())));
        contenders.add(rig.klinity(rig.targets()));
        contenders.add(rig.helidon(rig.targets()));
        Rounds rounds = Rounds.run(
                contenders, Math.ceilDiv(plan.rounds, 2), Math.ceilDiv(plan.seconds, 2), plan.connections, deadline);
        Map<String, Sample> typical = new LinkedHashMap<>();
        contenders.forEach(contender -> typical.put(contender.name(), rounds.typical(contender.name())));
        List<Step> steps = new Steps(typical)
                .of(rig.targets().getFirst().token(), rig.server().jwks());
        output.add(
                "steps",
                Stream.concat(Stream.of(Step.heading()), steps.stream().map(Step::line))
                        .toList(),
                steps);
    }

    /** Where the server spends its time. */
    void profile(Recording recording) {
        Contender klinity = rig.klinity(rig.targets());
        Profile profile = Profile.of(
                rig.server().pid(),
                recording,
                () -> klinity.run(plan.seconds * Math.ceilDiv(plan.rounds, 2), plan.connections));
        output.add("profile", profile.lines(), profile);
    }
}
