package com.klinity.distribution;

import com.klinity.platform.OperatorDesk;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klinity reinstate}. */
@Command(name = "reinstate", description = "Ends the suspension of an account.")
final class ReinstateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SUB", description = "the account: the 'sub' of its tokens")
    private @Nullable UUID account;

    @Override
    public Integer call() {
        if (spec == null || account == null) {
            throw new IllegalStateException("the command line sets these");
        }
        try (OperatorDesk desk = OperatorDesk.open(Installation.launch())) {
            return AccountOutcome.tell(spec, desk.reinstate(account), account, "reinstated");
        }
    }
}
