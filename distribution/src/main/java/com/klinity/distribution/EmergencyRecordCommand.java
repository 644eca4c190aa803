package com.klinity.distribution;

import com.klinity.platform.EmergencyAccess;
import com.klinity.platform.EmergencyDesk;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code klinity emergency-access record}. */
@Command(
        name = "record",
        description = {
            "Records an access that has ended, for good: nothing changes or removes a record.",
            "The whole record goes into the audit log of operations, and its reason into the log of each account"
                    + " named, which its practitioner reads and exports. No text may hold anything about a patient."
        },
        mixinStandardHelpOptions = true)
final class EmergencyRecordCommand implements Callable<Integer> {

    private static final int FINDING = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--who", required = true, description = "who had access, at most 200 characters")
    private String who = "";

    @Option(names = "--reason", required = true, description = "why, at most 1000 characters, one line")
    private String reason = "";

    @Option(
            names = "--data",
            required = true,
            description = "which data, such as tables and how many rows, at most 1000 characters, one line")
    private String data = "";

    @Option(names = "--actions", required = true, description = "what was done, at most 1000 characters, one line")
    private String actions = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            converter = Times.class,
            description = "when it began, such as 2026-11-25T18:00:00Z or 2026-11-25T15:00:00-03:00")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            converter = Times.class,
            description = "when it ended; not in the future")
    private @Nullable Instant to;

    @Option(
            names = "--account",
            paramLabel = "SUB",
            converter = Ids.class,
            description = "an account whose data it concerned: the 'sub' of its tokens; once for each of them")
    private List<UUID> accounts = List.of();

    @Override
    public Integer call() {
        if (spec == null || from == null || to == null) {
            throw new IllegalStateException("the command line sets these");
        }
        CommandSpec command = spec;
        EmergencyAccess access = access(command, from, to);
        return AtTheDesk.work(command, desk -> tell(command, desk.emergencies().record(access)));
    }

    private EmergencyAccess access(CommandSpec command, Instant began, Instant ended) {
        try {
            return new EmergencyAccess(
                    OneLine.of(command, "--who", who, EmergencyAccessCommand.LONGEST_NAME),
                    OneLine.of(command, "--reason", reason, EmergencyAccessCommand.LONGEST_TEXT),
                    OneLine.of(command, "--data", data, EmergencyAccessCommand.LONGEST_TEXT),
                    OneLine.of(command, "--actions", actions, EmergencyAccessCommand.LONGEST_TEXT),
                    began,
                    ended,
                    Set.copyOf(accounts));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--from and --to: " + e.getMessage());
        }
    }

    private static int tell(CommandSpec command, EmergencyDesk.Outcome outcome) {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        return switch (outcome) {
            case EmergencyDesk.Recorded(UUID id) -> {
                out.println("recorded " + id);
                out.println("Let somebody else look at it within 30 days:" + " klinity emergency-access review " + id
                        + " --by … --finding …");
                out.flush();
                yield 0;
            }
            case EmergencyDesk.UnknownAccounts(List<UUID> unknown) -> {
                err.println("klinity: nothing was recorded: there is no account "
                        + unknown.stream().map(UUID::toString).collect(Collectors.joining(", ")));
                yield FINDING;
            }
            case EmergencyDesk.NotEnded() ->
                throw new ParameterException(
                        command.commandLine(), "--to must not be in the future; record an access once it has ended");
        };
    }
}
