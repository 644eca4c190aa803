package com.klinity.distribution;

import com.klinity.audit.verification.OfflineVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity audit}. */
@Command(name = "audit", description = "Works on audit logs.", synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    private static final int FINDING = 1;
    private static final int WRONG_USAGE = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "verify", description = "Checks the hash chain of an exported CSV, without a server.")
    int verify(@Parameters(paramLabel = "FILE.csv", description = "an export of /v1/audit/events.csv") Path file) {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            return tell(out, OfflineVerifier.verify(Files.newBufferedReader(file)));
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("klinity: cannot read " + file + " as UTF-8 text ("
                            + e.getClass().getSimpleName() + ")");
            return WRONG_USAGE;
        }
    }

    private static int tell(PrintWriter out, OfflineVerifier.Report report) {
        out.println("entries   " + report.entries());
        out.println("head      " + report.head());
        out.println("verified  " + (report.firstBroken().isEmpty() ? "yes" : "NO"));
        report.firstBroken().ifPresent(where -> out.println("broken    " + where));
        out.flush();
        return report.firstBroken().isEmpty() ? 0 : FINDING;
    }
}
