package com.klinity.benchmarks.audit;

import com.klinity.benchmarks.load.Contender;
import com.klinity.benchmarks.machine.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Both logs with a writer each.
 *
 * @param logs    the databases
 * @param chained writer into the server's log
 * @param plain   writer into the plain table
 */
public record AuditRig(ScratchLogs logs, ServerWriter chained, ServerWriter plain) implements AutoCloseable {

    /** The log as it is. */
    public static final String CHAINED = "hash chain";

    /** Without a chain. */
    public static final String PLAIN = "plain insert";

    /** Starts everything in that folder. */
    public static AuditRig start(Path image, Path folder, int accounts) {
        ScratchLogs logs = ScratchLogs.make(image, folder, accounts);
        return new AuditRig(logs, ServerWriter.on(logs.chained()), ServerWriter.on(logs.plain()));
    }

    /** Both, over so many accounts. */
    public List<Contender> contenders(int accounts) {
        return List.of(
                contender(CHAINED, logs.chained(), chained, accounts), contender(PLAIN, logs.plain(), plain, accounts));
    }

    private Contender contender(String name, Postgres postgres, ServerWriter writer, int accounts) {
        List<UUID> some = logs.accounts().subList(0, accounts);
        return new LogContender(name, postgres, new Callers(writer.log(), some));
    }

    @Override
    public void close() {
        try (logs;
                chained;
                plain) {
            // Closes them, the last one first.
        }
    }
}
