package com.klinity.distribution;

import com.klinity.platform.OperatorDesk;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity emergency-access review}. */
@Command(
        name = "review",
        description = {
            "Records that somebody looked at an access again, for good.",
            "It goes into the audit log of operations: no text may hold anything about a patient."
        },
        mixinStandardHelpOptions = true)
final class EmergencyReviewCommand implements Callable<Integer> {

    private static final int FINDING = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ID", converter = Ids.class, description = "the access, as 'record' and 'list' name it")
    private @Nullable UUID access;

    @Option(
            names = "--by",
            required = true,
            description = "who looked at it, at most 200 characters; better not who had access")
    private String by = "";

    @Option(names = "--finding", required = true, description = "what came of it, at most 1000 characters, one line")
    private String finding = "";

    @Override
    public Integer call() {
        if (spec == null || access == null) {
            throw new IllegalStateException("the command line sets these");
        }
        CommandSpec command = spec;
        UUID reviewed = access;
        String who = OneLine.of(command, "--by", by, EmergencyAccessCommand.LONGEST_NAME);
        String what = OneLine.of(command, "--finding", finding, EmergencyAccessCommand.LONGEST_TEXT);
        return AtTheDesk.work(command, desk -> review(command, desk, reviewed, who, what));
    }

    private static int review(CommandSpec command, OperatorDesk desk, UUID access, String by, String finding) {
        Optional<UUID> review = desk.emergencies().review(access, by, finding);
        if (review.isEmpty()) {
            command.commandLine().getErr().println("klinity: there is no record " + access);
            return FINDING;
        }
        command.commandLine().getOut().println("reviewed " + access);
        command.commandLine().getOut().flush();
        return 0;
    }
}
