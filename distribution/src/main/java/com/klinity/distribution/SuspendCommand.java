package com.klinity.distribution;

import com.klinity.platform.OperatorDesk;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity suspend}. */
@Command(name = "suspend", description = "Refuses every request of an account from the next one on.")
final class SuspendCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUB", description = "the account: the 'sub' of its tokens")
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
        if (!isOneShortLine(reason)) {
            throw new ParameterException(
                    spec.commandLine(), "--reason must be one line of 1 to " + LONGEST_REASON + " characters");
        }
        try (OperatorDesk desk = OperatorDesk.open(Installation.launch())) {
            return AccountOutcome.tell(spec, desk.suspend(account, reason), account, "suspended");
        }
    }

    private static boolean isOneShortLine(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_REASON
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
