package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Makes the cluster beside its place and renames it when it is whole: a half-made one is never taken for data. */
final class ClusterInitializer {
    private static final Logger LOGGER = System.getLogger(ClusterInitializer.class.getName());
    private static final String STAGING = "staging-";
    // Of the C library's locales only the character types matter: pg_trgm takes no accented letter for a letter in C.
    private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "C.utf8");

    private final ServerTools tools;
    private final Durability durability;

    ClusterInitializer(ServerTools tools, Durability durability) {
        this.tools = tools;
        this.durability = durability;
    }

    void ensureCluster(RoleCredentials superuser) throws IOException {
        deleteLeftovers();
        if (!tools.directory().hasCluster()) {
            LOGGER.log(
                    Level.INFO,
                    "Initialising a PostgreSQL cluster in {0}",
                    tools.directory().data());
            Path staging = makeStaging(superuser);
            initialise(staging, superuser);
            Files.move(staging.resolve("data"), tools.directory().data(), StandardCopyOption.ATOMIC_MOVE);
            FileTree.syncOne(tools.directory().server());
            deleteLeftovers();
        }
    }

    private Path makeStaging(RoleCredentials superuser) throws IOException {
        Path staging = Files.createTempDirectory(
                tools.directory().server(),
                STAGING,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        PrivateFile.create(staging.resolve("password"), superuser.password() + "\n");
        FileTree.chown(staging, tools.identity().fileOwner());
        return staging;
    }

    private void initialise(Path staging, RoleCredentials superuser) throws IOException {
        CommandResult result = new CommandResult(1, "");
        for (String characterType : CHARACTER_TYPES) {
            result = tools.initdb(arguments(staging, superuser, characterType));
            if (result.succeeded()) {
                return;
            }
            FileTree.deleteIfPresent(staging.resolve("data"));
            if (!result.output().contains("invalid locale name")) {
                break;
            }
        }
        throw new EmbeddedPostgresException(
                Code.INITIALISATION_FAILED,
                "Cannot initialise PostgreSQL in " + tools.directory().server() + ": "
                        + ServerLog.lastLines(result.output())
                        + "\nCheck space and permissions there, and that the system has the locale C.UTF-8.");
    }

    private List<String> arguments(Path staging, RoleCredentials superuser, String characterType) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + staging.resolve("data"),
                "--username=" + superuser.username(),
                "--pwfile=" + staging.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + characterType,
                "--data-checksums",
                "--no-instructions"));
        if (durability == Durability.DISPOSABLE) {
            arguments.add("--no-sync");
        }
        return arguments;
    }

    // A killed process may have left an initdb that still writes there for a moment: the next start gets the rest.
    private void deleteLeftovers() throws IOException {
        for (Path leftover : FileTree.children(tools.directory().server(), STAGING)) {
            try {
                FileTree.deleteIfPresent(leftover);
            } catch (DirectoryNotEmptyException e) {
                LOGGER.log(Level.DEBUG, "Left {0} for the next start", leftover);
            }
        }
    }
}
