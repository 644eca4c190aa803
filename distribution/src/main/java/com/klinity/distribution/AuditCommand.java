package com.klinity.distribution;

import com.klinity.audit.verification.OfflineVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity audit}. */
@Command(name = "audit", description = "Works on audit logs.", synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    private static final int FINDING = 1;
    private static final int WRONG_USAGE = 2;
    private static final Pattern HASH = Pattern.compile("[0-9A-Fa-f]{64}");

    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "verify", description = "Checks the hash chain of an exported CSV, without a server.")
    int verify(
            @Parameters(paramLabel = "FILE.csv", description = "an export of /v1/audit/events.csv") Path file,
            @Option(
                            names = "--head",
                            paramLabel = "HASH",
                            description = "what the chain must end with, from /v1/audit/integrity")
                    @Nullable
                    String head) {
        CommandLine command = commandLine();
        if (head != null && !HASH.matcher(head).matches()) {
            throw new ParameterException(command, "--head takes 64 hexadecimal digits");
        }
        try {
            return tell(command.getOut(), report(file, head));
        } catch (IOException e) {
            command.getErr()
                    .println(
                            "klinity: cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
            return WRONG_USAGE;
        }
    }

    private static OfflineVerifier.Report report(Path file, @Nullable String head) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return head == null
                    ? OfflineVerifier.verify(in)
                    : OfflineVerifier.verify(in, head.toLowerCase(Locale.ROOT));
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        return spec.commandLine();
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
