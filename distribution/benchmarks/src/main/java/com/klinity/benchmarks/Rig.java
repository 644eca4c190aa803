package com.klinity.benchmarks;

import com.klinity.benchmarks.load.Answers;
import com.klinity.benchmarks.load.BareContender;
import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.KlinityContender;
import com.klinity.benchmarks.load.PgbenchContender;
import com.klinity.benchmarks.load.Scripts;
import com.klinity.benchmarks.load.SignUp;
import com.klinity.benchmarks.load.Target;
import com.klinity.benchmarks.load.Wrk;
import com.klinity.benchmarks.machine.BareServer;
import com.klinity.benchmarks.machine.KlinityServer;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The running servers and what is asked of them.
 *
 * @param workspace where all files are
 * @param server    the server with its database
 * @param postgres  that database
 * @param targets   what is read
 * @param answers   what the right answers look like
 * @param bare      Helidon alone
 */
record Rig(
        Workspace workspace,
        KlinityServer server,
        Postgres postgres,
        List<Target> targets,
        Answers answers,
        BareServer bare)
        implements AutoCloseable {

    /** Starts everything; whatever ends this process ends it too. */
    static Rig start(Plan plan) {
        return start(plan, Map.of());
    }

    /** The same with further settings of the server, as environment variables. */
    static Rig start(Plan plan, Map<String, String> settings) {
        return start(plan, plan.image, settings);
    }

    /** The same with the server of another image. */
    static Rig start(Plan plan, Path image, Map<String, String> settings) {
        Workspace workspace = Workspace.create();
        try {
            Rig rig = on(workspace, plan, image, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(rig::close, "benchmark-shutdown"));
            return rig;
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    private static Rig on(Workspace workspace, Plan plan, Path image, Map<String, String> settings) {
        KlinityServer server = KlinityServer.start(image, workspace.folder(), plan.javaOptions, settings);
        try {
            Postgres postgres = Postgres.in(server.database());
            Scripts.install(postgres);
            List<Target> targets = new SignUp(server).practitioners(plan.accounts);
            Answers answers = Answers.of(server.address(), targets);
            BareServer bare = BareServer.start(server.java(), workspace.folder(), answers.first());
            return new Rig(workspace, server, postgres, targets, answers, bare);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The server first, then what it is compared with; all over these targets. */
    List<Contender> contenders(List<Target> some) {
        Path folder = workspace.subfolder();
        Scripts scripts = new Scripts(some);
        return List.of(
                klinity(some),
                new PgbenchContender(Names.ONE_CALL, postgres, folder, scripts.oneCall(), true),
                new PgbenchContender(Names.STATEMENTS, postgres, folder, scripts.statements(), true),
                helidon(some));
    }

    /** The server. */
    Contender klinity(List<Target> some) {
        return klinity("klinity", some);
    }

    /** The server under that name. */
    Contender klinity(String name, List<Target> some) {
        return new KlinityContender(name, server, postgres, new Wrk(workspace.subfolder(), some), answers);
    }

    /** Helidon alone. */
    Contender helidon(List<Target> some) {
        return new BareContender(bare, new Wrk(workspace.subfolder(), some), answers);
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        try (workspace;
                server;
                postgres;
                bare) {
            // Closes them, the last one first.
        }
    }
}
