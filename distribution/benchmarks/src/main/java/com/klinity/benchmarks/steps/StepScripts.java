package com.klinity.benchmarks.steps;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.load.PgbenchContender;
import com.klinity.benchmarks.load.Scripts;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.List;

/** The same transaction with more and more of its statements. */
public final class StepScripts {

    /** Helidon alone. */
    public static final String BARE = "bare";

    /** The server. */
    public static final String WHOLE = "klinity";

    static final String NOTHING = "nothing";
    static final String ENTERED = "entered";
    static final String READ = "read";
    static final String APPENDED = "appended";
    static final String COMMITTED = "committed";

    private StepScripts() {}

    /** As contenders, to be run in turn with the server and Helidon alone. */
    public static List<Contender> contenders(Postgres postgres, Path folder, Scripts scripts) {
        return List.of(
                new PgbenchContender(NOTHING, postgres, folder, Scripts.nothing(), false),
                new PgbenchContender(ENTERED, postgres, folder, scripts.entered(), false),
                new PgbenchContender(READ, postgres, folder, scripts.unaudited(), false),
                new PgbenchContender(APPENDED, postgres, folder, scripts.uncommitted(), false),
                new PgbenchContender(COMMITTED, postgres, folder, scripts.statements(), true));
    }
}
