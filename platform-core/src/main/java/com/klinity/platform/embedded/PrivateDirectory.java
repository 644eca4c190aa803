package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

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
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    // The server's user must be able to walk through, but not to look around.
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    /** Changes nothing in an existing directory: until it is locked, it may be another process's. */
    static PrivateDirectory create(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        return new PrivateDirectory(path.toRealPath());
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

    /** Closes the directory to others, and makes {@code server/} usable by the identity, and what is in it if another identity owned it before. */
    void handOverTo(ServerIdentity identity) throws IOException {
        Files.setPosixFilePermissions(root, identity.isAnotherUser() ? PASSABLE : OWNER_ONLY);
        if (Files.notExists(server())) {
            Files.createDirectory(server());
        }
        if (!Files.getOwner(server()).equals(identity.fileOwner())) {
            FileTree.chown(server(), identity.fileOwner());
        }
        Files.setPosixFilePermissions(server(), OWNER_ONLY);
    }
}
