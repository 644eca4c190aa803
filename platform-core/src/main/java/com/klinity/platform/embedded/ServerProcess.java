package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;

/** Starts the server on the cluster, and stops it. */
final class ServerProcess {
    private static final int ATTEMPTS = 5;

    private final ServerTools tools;
    private final ServerLog log;

    ServerProcess(ServerTools tools) {
        this.tools = tools;
        this.log = new ServerLog(tools.directory().logFile());
    }

    /** Blocks until the server accepts connections, and returns its port. */
    int start(int wantedPort, Durability durability) throws IOException {
        LeftoverServer leftover = new LeftoverServer(tools);
        leftover.stop();
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort == 0 ? FreePort.find() : wantedPort;
            new ServerConfiguration(port, durability).writeTo(tools);
            log.beginRun();
            CommandResult result = tools.startServer();
            if (result.succeeded()) {
                return port;
            }
            String tail = log.tail();
            boolean portTaken = tail.contains("could not bind");
            // A process killed a moment ago may have had a start under way that wins over ours.
            boolean mayTryAgain = leftover.stop() || (portTaken && wantedPort == 0);
            if (!mayTryAgain || attempt == ATTEMPTS) {
                throw failed(portTaken ? Code.PORT_IN_USE : Code.START_FAILED, port, result, tail);
            }
        }
    }

    /** Blocks until the server has ended; open connections are broken off, nothing committed is lost. */
    void stop() throws IOException {
        CommandResult fast = tools.stopServer("fast");
        if (!fast.succeeded() && !tools.stopServer("immediate").succeeded()) {
            throw new EmbeddedPostgresException(
                    Code.STOP_FAILED,
                    "PostgreSQL on " + tools.directory().data() + " does not stop (" + fast.output()
                            + "): the next start tries again, or stop it by hand.");
        }
    }

    private EmbeddedPostgresException failed(Code code, int port, CommandResult result, String tail) {
        String advice = code == Code.PORT_IN_USE
                ? "Port " + port + " of " + ServerConfiguration.HOST + " is taken: stop what uses it or choose another."
                : "PostgreSQL did not start; its log " + tools.directory().logFile() + " says why.";
        return new EmbeddedPostgresException(code, advice + "\n" + (tail.isEmpty() ? result.output() : tail));
    }
}
