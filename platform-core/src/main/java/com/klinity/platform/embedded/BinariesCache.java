package com.klinity.platform.embedded;

import com.klinity.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Unpacks each archive once into a folder named by its content; any number of processes may share it. */
final class BinariesCache {
    private static final Logger LOGGER = System.getLogger(BinariesCache.class.getName());
    private static final String UNFINISHED = ".unpacking-";
    private static final Object ONE_THREAD_UNPACKS = new Object();

    private final Path directory;
    private final Account account;

    BinariesCache(Path directory, Account account) {
        this.directory = directory;
        this.account = account;
    }

    PostgresBinaries provide(PostgresArchive archive) throws IOException {
        Path home = directory.resolve(archive.name() + '-' + ArchiveFingerprint.of(archive));
        if (Files.notExists(home)) {
            unpackExclusively(archive, home);
        }
        requireTrusted(home);
        return new PostgresBinaries(home.toRealPath());
    }

    // A file lock is held by the process, so threads of one process need the monitor as well.
    private void unpackExclusively(PostgresArchive archive, Path home) throws IOException {
        Files.createDirectories(directory);
        synchronized (ONE_THREAD_UNPACKS) {
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && Files.notExists(home)) {
                    deleteUnfinished();
                    unpack(archive, home);
                }
            }
        }
    }

    private void deleteUnfinished() throws IOException {
        for (Path leftover : FileTree.children(directory, UNFINISHED)) {
            FileTree.deleteIfPresent(leftover);
        }
    }

    private void unpack(PostgresArchive archive, Path home) throws IOException {
        LOGGER.log(Level.INFO, "Unpacking {0} to {1}", archive.location(), home);
        Path unfinished = Files.createTempDirectory(directory, UNFINISHED);
        try (InputStream in = archive.open()) {
            new ArchiveUnpacker(unfinished).unpack(in);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Code.ARCHIVE_UNUSABLE,
                    "Cannot unpack " + archive.location() + " to " + directory + " (" + e
                            + "): check that the archive is whole and that there is space.",
                    e);
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        FileTree.sync(unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        FileTree.syncOne(directory);
    }

    // These programs will run in our name: nobody else may have put or may change them.
    private void requireTrusted(Path home) throws IOException {
        int owner = Account.uidOf(home);
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(home);
        boolean writableByOthers = permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE);
        if (writableByOthers || (owner != 0 && owner != account.uid())) {
            throw new EmbeddedPostgresException(
                    Code.BINARIES_UNTRUSTED,
                    home + " belongs to another user or can be written by others: delete it, or choose another "
                            + "folder for the PostgreSQL binaries.");
        }
    }
}
