package com.klinity.distribution;

import com.klinity.audit.verification.CheckpointProof;
import com.klinity.audit.verification.Manifest;
import com.klinity.audit.verification.OfflineVerifier;
import com.klinity.audit.verification.VerificationKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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

    @Command(
            name = "verify",
            description =
                    "Checks an exported CSV without a server, or without FILE.csv all chains of the database, also"
                            + " against what the witness saw.")
    int verify(
            @Parameters(paramLabel = "FILE.csv", arity = "0..1", description = "an export of /v1/audit/events.csv")
                    @Nullable
                    Path file,
            @Option(
                            names = "--head",
                            paramLabel = "HASH",
                            description = "what the chain must end with, from /v1/audit/integrity")
                    @Nullable
                    String head,
            @Option(
                            names = "--key",
                            paramLabel = "FILE.pem",
                            description =
                                    "the public key of checkpoints, if it is not the one that klinity.audit.signing-key"
                                            + " names, or that the manifest brings along")
                    @Nullable
                    Path key,
            @Option(
                            names = "--manifest",
                            paramLabel = "FILE.json",
                            description = "what the file must be, from /v1/audit/events.manifest; a part needs it")
                    @Nullable
                    Path manifest,
            @Option(
                            names = "--since",
                            paramLabel = "CHECKPOINT",
                            description = "up to which an earlier check of the database was good; those before are not"
                                    + " read again")
                    @Nullable
                    Long since) {
        CommandLine command = commandLine();
        if (file == null && (head != null || manifest != null)) {
            throw new ParameterException(command, "--head and --manifest belong to a FILE.csv");
        }
        if (file != null && since != null) {
            throw new ParameterException(command, "--since is about the database, not a FILE.csv");
        }
        if (head != null && !HASH.matcher(head).matches()) {
            throw new ParameterException(command, "--head takes 64 hexadecimal digits");
        }
        try {
            Manifest stated = manifest == null ? null : ManifestFile.read(manifest);
            Optional<VerificationKeys> trusted = key == null ? Optional.empty() : Optional.of(KeyFile.read(key));
            return file == null
                    ? LogVerification.run(Installation.launch(), trusted, since == null ? 1 : since, command.getOut())
                    : verify(file, head == null ? null : head.toLowerCase(Locale.ROOT), stated, trusted);
        } catch (UnusableFile e) {
            return refuse(command, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(command, "cannot read a file (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
        }
    }

    private int verify(Path file, @Nullable String end, @Nullable Manifest stated, Optional<VerificationKeys> trusted)
            throws IOException {
        CommandLine command = commandLine();
        CheckpointProof proof = stated == null ? null : stated.checkpoint();
        if (trusted.isPresent() && proof == null) {
            throw new ParameterException(command, "--key needs a --manifest with a checkpoint");
        }
        OfflineVerifier.Report report = report(file, end, stated);
        return report.firstBroken().isPresent() || proof == null
                ? tell(command.getOut(), report)
                : ProvenHead.tell(command.getOut(), report, proof, trusted);
    }

    @Command(
            name = "archive",
            description = "Moves entries that need not be kept any longer out of the database, into files that prove"
                    + " themselves. Logs in as the retention role.")
    int archive(
            @Parameters(paramLabel = "DIRECTORY", description = "where the files go; made if there is none")
                    Path directory,
            @Option(
                            names = "--older-than",
                            paramLabel = "PERIOD",
                            defaultValue = "P6Y",
                            description = "six years (${DEFAULT-VALUE}) or more, such as P10Y")
                    String olderThan) {
        CommandLine command = commandLine();
        return LogArchiving.run(
                Installation.launch(),
                directory,
                LogArchiving.period(command, olderThan),
                command.getOut(),
                command.getErr());
    }

    private static OfflineVerifier.Report report(Path file, @Nullable String end, @Nullable Manifest stated)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (stated != null) {
                return end == null ? OfflineVerifier.verify(in, stated) : OfflineVerifier.verify(in, stated, end);
            }
            return end == null ? OfflineVerifier.verify(in) : OfflineVerifier.verify(in, end);
        }
    }

    private static int refuse(CommandLine command, String why) {
        command.getErr().println("klinity: " + why);
        return WRONG_USAGE;
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        return spec.commandLine();
    }

    static int tell(PrintWriter out, OfflineVerifier.Report report) {
        out.println("entries   " + report.entries());
        out.println("head      " + report.head());
        out.println("verified  " + (report.firstBroken().isEmpty() ? "yes" : "NO"));
        report.firstBroken().ifPresent(where -> out.println("broken    " + where));
        out.flush();
        return report.firstBroken().isEmpty() ? 0 : FINDING;
    }
}
