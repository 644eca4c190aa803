package com.klinity.distribution;

import com.klinity.platform.Klinity;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code klinity serve}. */
@Command(name = "serve", description = "Runs the server until it is told to stop (SIGTERM or Ctrl-C).")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Klinity server = Klinity.start(Installation.launch());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
            // A stop that was asked for is a success, which the signal's own exit code would not say.
            Runtime.getRuntime().halt(0);
        }));
        out().println("klinity ready " + server.address());
        out().println("management " + server.managementAddress());
        out().flush();
        stopped.await();
        return 0;
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("the command line sets this");
        }
        return spec.commandLine().getOut();
    }
}
