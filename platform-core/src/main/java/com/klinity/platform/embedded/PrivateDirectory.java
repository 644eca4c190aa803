package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Layout of a data directory. The root belongs to this process, {@code server/} to the server's user:
 *
 * <pre>
 * lock                     held while a process uses the directory
 * credentials.properties   0600
 * server/                  0700
 *   data/                  the cluster (PGDATA)
 *   server.log
 *   staging-…/             a cluster that is being made
 * </pre>
 */
record PrivateDirectory(Path root) {
    static PrivateDirectory create(Path path) throws IOException {
        Files.createDirectories(path);
        Path root = path.toRealPath();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        return new PrivateDirectory(root);
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    Path credentialsFile() {
        return root.resolve("credentials.properties");
    }

    Path server() {
        return root.resolve("server");
    }

    Path data() {
        return server().resolve("data");
    }

    Path logFile() {
        return server().resolve("server.log");
    }

    Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }

    boolean hasCluster() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** Makes {@code server/} usable by the identity, and what is in it if another identity owned it before. */
    void handOverTo(ServerIdentity identity) throws IOException {
        if (identity.isAnotherUser()) {
            // The other user must be able to walk through, but not to look around.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (Files.notExists(server())) {
            Files.createDirectory(server());
        }
        if (!Files.getOwner(server()).equals(identity.fileOwner())) {
            FileTree.chown(server(), identity.fileOwner());
        }
        Files.setPosixFilePermissions(server(), PosixFilePermissions.fromString("rwx------"));
    }
}
