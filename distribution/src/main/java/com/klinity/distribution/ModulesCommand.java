package com.klinity.distribution;

import com.klinity.platform.Inventory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code klinity modules}. */
@Command(name = "modules", description = "Lists the features and adapters of this installation.")
final class ModulesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        Inventory.of(Installation.launch()).lines().forEach(spec.commandLine().getOut()::println);
    }
}
