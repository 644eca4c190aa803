package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.List;

/** The way of a start, one step a line. */
final class ServerStarter {
    /** Finds the identities to try when this process is root. */
    @FunctionalInterface
    interface RootCandidates {
        List<ServerIdentity> find(Account root) throws IOException;
    }

    private final EmbeddedPostgresSettings settings;
    private final RootCandidates candidates;

    ServerStarter(EmbeddedPostgresSettings settings, RootCandidates candidates) {
        this.settings = settings;
        this.candidates = candidates;
    }

    EmbeddedPostgres start() {
        requireUnix(settings.dataDirectory().getFileSystem());
        try {
            PrivateDirectory directory = PrivateDirectory.create(settings.dataDirectory());
            return startLocked(directory, DirectoryLock.acquire(directory.lockFile()));
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Code.FILES_UNUSABLE,
                    "Cannot use " + settings.dataDirectory() + " or " + settings.binariesDirectory() + " (" + e
                            + "): check their owner, permissions and space.",
                    e);
        }
    }

    private EmbeddedPostgres startLocked(PrivateDirectory directory, DirectoryLock lock) throws IOException {
        boolean started = false;
        try {
            ServerTools tools = prepare(directory);
            boolean hasCluster = directory.hasCluster();
            Credentials credentials = new CredentialsFile(directory.credentialsFile()).loadOrCreate(hasCluster);
            new ClusterInitializer(tools, settings.durability()).ensureCluster(credentials.get(DatabaseRole.SUPERUSER));
            EmbeddedPostgres running = startServer(tools, credentials, lock);
            started = true;
            return running;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private ServerTools prepare(PrivateDirectory directory) throws IOException {
        Account account = Account.ofThisProcess(directory.root());
        PostgresBinaries binaries =
                new BinariesCache(settings.binariesDirectory(), account).provide(settings.archive());
        ServerIdentity identity = account.isRoot()
                ? new IdentityTrial(directory, binaries).choose(candidates.find(account))
                : ServerIdentity.sameAs(account);
        directory.handOverTo(identity);
        return new ServerTools(directory, binaries, identity);
    }

    private EmbeddedPostgres startServer(ServerTools tools, Credentials credentials, DirectoryLock lock)
            throws IOException {
        ServerProcess process = new ServerProcess(tools);
        int port = process.start(settings.port(), settings.durability());
        try {
            return new EmbeddedPostgres(
                    process, lock, PostgresCluster.prepare(ServerConfiguration.HOST, port, credentials));
        } catch (EmbeddedPostgresException e) {
            process.stop();
            throw e;
        }
    }

    private static void requireUnix(FileSystem files) {
        if (!files.supportedFileAttributeViews().contains("unix")) {
            throw new EmbeddedPostgresException(
                    Code.PLATFORM_UNSUPPORTED,
                    "The embedded PostgreSQL needs Linux: use a PostgreSQL server of your own on this system.");
        }
    }
}
