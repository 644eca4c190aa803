package com.klinity.distribution;

import com.klinity.platform.embedded.DatabaseRole;
import com.klinity.platform.testkit.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** An operator's console beside a running server. Settings come as system properties while it is open. */
final class Console implements AutoCloseable {

    private final Map<String, String> settings;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Console(TestServer server) {
        settings = server.operatorSettings(DatabaseRole.OPERATOR);
        settings.forEach(System::setProperty);
    }

    /** Runs a command and gives its exit code. */
    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    /** What the last command told. */
    String out() {
        return out.toString();
    }

    /** What it complained of. */
    String err() {
        return err.toString();
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
    }
}
