package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Chooses the first identity that PostgreSQL accepts and that reaches both its programs and its files. */
final class IdentityTrial {
    private static final Logger LOGGER = System.getLogger(IdentityTrial.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int STATUS_NOT_RUNNING = 3;

    private final PrivateDirectory directory;
    private final PostgresBinaries binaries;

    IdentityTrial(PrivateDirectory directory, PostgresBinaries binaries) {
        this.directory = directory;
        this.binaries = binaries;
    }

    ServerIdentity choose(List<ServerIdentity> candidates) throws IOException {
        List<String> refused = new ArrayList<>();
        for (ServerIdentity candidate : candidates) {
            CommandResult result = attempt(candidate);
            if (result.exitCode() == STATUS_NOT_RUNNING) {
                LOGGER.log(Level.DEBUG, "PostgreSQL runs by {0}", candidate.description());
                return candidate;
            }
            refused.add(candidate.description() + ": " + firstLine(result.output()));
        }
        throw new EmbeddedPostgresException(
                Code.NO_UNPRIVILEGED_IDENTITY,
                "PostgreSQL refuses to run as root and no other identity works here " + refused
                        + ": start this program as an ordinary user, or allow user namespaces, or use a PostgreSQL "
                        + "server of your own.");
    }

    // pg_ctl status looks into the folder before it answers, and refuses root: an empty cluster that is "not
    // running" proves all that a server will need.
    private CommandResult attempt(ServerIdentity candidate) throws IOException {
        directory.handOverTo(candidate);
        Path trial = directory.server().resolve("trial");
        FileTree.deleteIfPresent(trial);
        try {
            Files.createDirectory(trial);
            Files.writeString(trial.resolve("PG_VERSION"), "0\n");
            FileTree.chown(trial, candidate.fileOwner());
            return new ServerCommand(candidate).run(binaries.pgCtl(), List.of("status", "-D", trial.toString()), LIMIT);
        } finally {
            FileTree.deleteIfPresent(trial);
        }
    }

    private static String firstLine(String output) {
        return output.lines().findFirst().orElse("no answer");
    }
}
