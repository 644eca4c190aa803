package com.klinity.distribution;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity reinstate}. */
@Command(name = "reinstate", description = "Ends the suspension of an account.", mixinStandardHelpOptions = true)
final class ReinstateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUB", converter = Ids.class, description = "the account: the 'sub' of its tokens")
    private @Nullable UUID account;

    @Override
    public Integer call() {
        if (spec == null || account == null) {
            throw new IllegalStateException("the command line sets these");
        }
        CommandSpec command = spec;
        UUID reinstated = account;
        return AtTheDesk.work(
                command, desk -> AccountOutcome.tell(command, desk.reinstate(reinstated), reinstated, "reinstated"));
    }
}
