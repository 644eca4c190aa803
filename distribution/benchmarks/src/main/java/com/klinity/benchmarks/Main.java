package com.klinity.benchmarks;

import com.klinity.benchmarks.audit.AuditRig;
import com.klinity.benchmarks.crash.ChaosPlan;
import com.klinity.benchmarks.crash.ChaosRun;
import com.klinity.benchmarks.crash.CrashPlan;
import com.klinity.benchmarks.crash.CrashRun;
import com.klinity.benchmarks.export.AuditExport;
import com.klinity.benchmarks.export.ExportPlan;
import com.klinity.benchmarks.machine.BenchmarkFailure;
import com.klinity.benchmarks.profile.Recording;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Exit codes: 0 measured, 1 nothing that could be trusted, 2 wrong usage. */
@Command(
        name = "distribution/benchmarks/run",
        description = "Measures the authenticated, audited read of one patient, and the export of the audit log.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT)
public final class Main {

    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::failed)
                .execute(arguments));
    }

    @Command(name = "read", description = "Over many accounts: the server, pgbench doing the same, Helidon alone.")
    int read(@Mixin Plan plan) {
        return measure(plan, run -> run.compare("read", run.rig().targets(), plan.connections, plan.rounds));
    }

    @Command(name = "hot", description = "The same with all connections on one account.")
    int hot(@Mixin Plan plan) {
        return measure(
                plan, run -> run.compare("hot", run.rig().targets().subList(0, 1), plan.connections, plan.rounds));
    }

    @Command(name = "connections", description = "Over many accounts with 1, 8 and 32 connections.")
    int connections(@Mixin Plan plan) {
        return measure(
                plan,
                run -> CONNECTIONS.forEach(connections -> run.compare(
                        connections + " connections", run.rig().targets(), connections, Math.ceilDiv(plan.rounds, 3))));
    }

    @Command(name = "steps", description = "What each step of a request costs.")
    int steps(@Mixin Plan plan) {
        return measure(plan, Run::takeApart);
    }

    @Command(name = "profile", description = "Where the loaded server spends its CPU time, by flight recorder.")
    int profile(@Mixin Plan plan) {
        try (Workspace recordings = Workspace.create()) {
            Recording recording = new Recording(recordings.folder());
            plan.javaOptions = recording.javaOptions() + " " + plan.javaOptions;
            return measure(plan, run -> run.profile(recording));
        }
    }

    @Command(name = "checkpoints", description = "Reads with a checkpoint of the audit log each second, and each hour.")
    int checkpoints(@Mixin Plan plan) {
        Output output = new Output(out);
        Deadline deadline = new Deadline(InstantSource.system(), Duration.ofSeconds(plan.most));
        try (CheckpointRun run = CheckpointRun.start(plan)) {
            run.compare(output, deadline);
        }
        output.write(plan.json());
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "audit",
            description = "Entries into the log on one account and on many, with its chain and without.")
    int audit(@Mixin Plan plan) {
        Output output = new Output(out);
        Deadline deadline = new Deadline(InstantSource.system(), Duration.ofSeconds(plan.most));
        try (Workspace workspace = Workspace.create();
                AuditRig rig = AuditRig.start(plan.image, workspace.folder(), plan.accounts)) {
            new AuditRun(plan, rig, output, deadline).run();
        }
        output.write(plan.json());
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "crash", description = "Kills the server under load and checks that nothing was lost or made up.")
    int crash(@Mixin CrashPlan plan) {
        Workspace workspace = Workspace.create();
        List<String> findings;
        try (CrashRun run = new CrashRun(plan, workspace.folder(), out::println)) {
            findings = run.run();
        }
        return found(findings, workspace);
    }

    @Command(name = "chaos", description = "Disturbs a server in every way and checks what one account notices of it.")
    int chaos(@Mixin ChaosPlan plan) {
        Workspace workspace = Workspace.create();
        List<String> findings;
        try (ChaosRun run = new ChaosRun(plan, workspace.folder(), out::println)) {
            findings = run.run();
        }
        return found(findings, workspace);
    }

    @Command(name = "against", description = "Audited reads of this image and of another one, in turn.")
    int against(
            @Mixin Plan plan,
            @Option(names = "--other", required = true, description = "folder of the other image") Path other) {
        Output output = new Output(out);
        Deadline deadline = new Deadline(InstantSource.system(), Duration.ofSeconds(plan.most));
        try (AgainstRun run = AgainstRun.start(plan, other)) {
            run.compare(output, deadline);
        }
        output.write(plan.json());
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "audit-export", description = "The export of an audit log as CSV, against a raw COPY.")
    int auditExport(@Mixin ExportPlan plan) {
        Output output = new Output(out);
        try (Workspace workspace = Workspace.create()) {
            output.say("");
            output.say(AuditExport.Result.heading());
            new AuditExport(plan, workspace.folder())
                    .run((size, result) -> output.add(size + " entries", result.line(), result));
        }
        output.write(plan.json());
        return CommandLine.ExitCode.OK;
    }

    private int found(List<String> findings, Workspace workspace) {
        if (findings.isEmpty()) {
            workspace.close();
            return CommandLine.ExitCode.OK;
        }
        findings.forEach(out::println);
        out.println("The data are in " + workspace.folder());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private int measure(Plan plan, Consumer<Run> work) {
        Output output = new Output(out);
        Deadline deadline = new Deadline(InstantSource.system(), Duration.ofSeconds(plan.most));
        try (Rig rig = Rig.start(plan)) {
            output.say("Server on " + rig.server().address() + ", " + plan.accounts + " accounts; warming up");
            Run run = new Run(plan, rig, output, deadline);
            run.warmUp();
            work.accept(run);
        }
        output.write(plan.json());
        return CommandLine.ExitCode.OK;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
        if (e instanceof BenchmarkFailure) {
            command.getErr().println("benchmark: " + e.getMessage());
        } else {
            e.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
