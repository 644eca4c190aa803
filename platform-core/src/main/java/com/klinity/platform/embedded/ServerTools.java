package com.klinity.platform.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs, bound to one data directory and one identity. */
record ServerTools(PrivateDirectory directory, PostgresBinaries binaries, ServerIdentity identity) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    // Crash recovery and a last checkpoint may be long on a slow disk.
    private static final String WAIT_SECONDS = "120";

    CommandResult initdb(List<String> arguments) throws IOException {
        return new ServerCommand(identity).run(binaries.initdb(), arguments, LIMIT);
    }

    /** The server gets a session of its own from pg_ctl: a Ctrl-C at our terminal does not reach it. */
    CommandResult startServer() throws IOException {
        return pgCtl("start", "-l", directory.logFile().toString());
    }

    CommandResult stopServer(String mode) throws IOException {
        return pgCtl("stop", "-m", mode);
    }

    private CommandResult pgCtl(String action, String... more) throws IOException {
        List<String> common =
                List.of(action, "-w", "-t", WAIT_SECONDS, "-D", directory.data().toString());
        List<String> arguments = Stream.concat(common.stream(), Stream.of(more)).toList();
        return new ServerCommand(identity).run(binaries.pgCtl(), arguments, LIMIT);
    }
}
