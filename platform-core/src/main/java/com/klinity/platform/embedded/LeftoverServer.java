package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the server that a killed process left running on our data, and stops it. Only the lock's holder may. */
final class LeftoverServer {
    private static final Logger LOGGER = System.getLogger(LeftoverServer.class.getName());

    private final ServerTools tools;

    LeftoverServer(ServerTools tools) {
        this.tools = tools;
    }

    /** Blocks until no server runs on the data; returns whether one had to be stopped. */
    boolean stop() throws IOException {
        Path file = tools.directory().postmasterFile();
        Optional<PostmasterFile> leftover = PostmasterFile.read(file);
        if (leftover.isEmpty()) {
            return false;
        }
        long pid = leftover.get().pid();
        if (isOurs(pid)) {
            LOGGER.log(Level.WARNING, "Stopping PostgreSQL process {0,number,#}, left by a killed process", pid);
            stop(pid);
            return true;
        }
        // The number may by now belong to a stranger, which PostgreSQL would take for a running server.
        LOGGER.log(Level.INFO, "Deleting {0}: its process is gone", file);
        Files.deleteIfExists(file);
        return false;
    }

    private void stop(long pid) throws IOException {
        CommandResult fast = tools.stopServer("fast");
        if (!fast.succeeded() && !tools.stopServer("immediate").succeeded()) {
            throw new EmbeddedPostgresException(
                    Code.STOP_FAILED,
                    "PostgreSQL process " + pid + " still runs on "
                            + tools.directory().data() + " and does not stop (" + fast.output()
                            + "): stop it by hand.");
        }
    }

    private boolean isOurs(long pid) throws IOException {
        Optional<ProcessHandle> process =
                pid == 0 ? Optional.empty() : ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        String command = process.get().info().command().orElse("");
        // The kernel adds " (deleted)" when the binaries have gone meanwhile.
        return command.replace(" (deleted)", "").endsWith("/postgres")
                && worksIn(pid, tools.directory().data());
    }

    // A PostgreSQL server's working directory is its data directory.
    private static boolean worksIn(long pid, Path data) throws IOException {
        Path workingDirectory = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.isSameFile(workingDirectory, data);
        } catch (NoSuchFileException | AccessDeniedException e) {
            return false;
        }
    }
}
