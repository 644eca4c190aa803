package com.klinity.audit.archive;

import com.klinity.platform.spi.AuditRetention.Segment;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder with all archived segments, which one process at a time writes to. A segment appears there whole and durable,
 * or not at all, and never in place of another; only its owner may read it.
 */
final class ArchiveDirectory implements AutoCloseable {

    /** What a killed run leaves, and the next one makes anew. */
    private static final String UNFINISHED = ".unfinished";

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;
    private final FileChannel lock;

    private ArchiveDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none, and keeps others out.
     *
     * @throws StartFailure when it cannot be used, or another run is at it
     */
    static ArchiveDirectory open(Path root) {
        try {
            make(root.toAbsolutePath());
            FileChannel channel = FileChannel.open(
                    root.resolve(".lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PRIVATE_FILE);
            if (locked(channel) == null) {
                channel.close();
                throw new StartFailure("another run archives into " + root + "; wait until it is done");
            }
            return new ArchiveDirectory(root, channel);
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartFailure(
                    "cannot archive into " + root + " (" + e.getClass().getSimpleName()
                            + "); name a folder that this user may write to",
                    e);
        }
    }

    private static void make(Path root) throws IOException {
        Path parent = root.getParent();
        if (parent != null && !Files.isDirectory(root)) {
            Files.createDirectories(root, PRIVATE);
            sync(parent);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Puts what is to be kept into a folder. */
    @FunctionalInterface
    interface Filling {

        void into(SegmentFolder folder) throws IOException;
    }

    /** A segment with the same first entry that an earlier run wrote and that is not longer. */
    Optional<SegmentFolder> waiting(Segment segment) throws IOException {
        Path account = root.resolve(segment.account().toString());
        if (!Files.isDirectory(account)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(account)) {
            Optional<SegmentFolder> waiting = folders.map(SegmentFolder::new)
                    .filter(folder -> folder.lastAfter(segment.first()).orElse(Long.MAX_VALUE) <= segment.last())
                    .findFirst();
            // That run may have been killed before the names were on the disk.
            sync(account);
            sync(root);
            return waiting;
        }
    }

    /** Keeps a segment. */
    SegmentFolder keep(Segment segment, Filling filling) throws IOException {
        Path account = directory(segment.account());
        SegmentFolder unfinished = unfinished(account);
        filling.into(unfinished);
        sync(unfinished.path());
        SegmentFolder kept = SegmentFolder.of(account, segment.first(), segment.last());
        // A rename onto a folder with something in it fails.
        Files.move(unfinished.path(), kept.path(), StandardCopyOption.ATOMIC_MOVE);
        sync(account);
        return kept;
    }

    private Path directory(UUID account) throws IOException {
        Path directory = root.resolve(account.toString());
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(directory, PRIVATE);
            sync(root);
        }
        return directory;
    }

    private static SegmentFolder unfinished(Path account) throws IOException {
        SegmentFolder folder = new SegmentFolder(account.resolve(UNFINISHED));
        Files.deleteIfExists(folder.csv());
        Files.deleteIfExists(folder.manifest());
        Files.deleteIfExists(folder.path());
        Files.createDirectory(folder.path(), PRIVATE);
        return folder;
    }

    /** A new file for its owner alone. */
    static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PRIVATE_FILE);
    }

    /** Returns when a folder's list of names is on the disk. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
