package com.klinity.distribution;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity suspend}. */
@Command(
        name = "suspend",
        description = "Refuses every request of an account from the next one on.",
        mixinStandardHelpOptions = true)
final class SuspendCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUB", converter = Ids.class, description = "the account: the 'sub' of its tokens")
    private @Nullable UUID account;

    @Option(
            names = "--reason",
            required = true,
            description = "why, at most 200 characters. It goes into the account's audit log, which its practitioner"
                    + " reads and exports: nothing about a patient may stand in it.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        if (spec == null || account == null || reason == null) {
            throw new IllegalStateException("the command line sets these");
        }
        CommandSpec command = spec;
        UUID suspended = account;
        String why = OneLine.of(command, "--reason", reason, LONGEST_REASON);
        return AtTheDesk.work(
                command, desk -> AccountOutcome.tell(command, desk.suspend(suspended, why), suspended, "suspended"));
    }
}
