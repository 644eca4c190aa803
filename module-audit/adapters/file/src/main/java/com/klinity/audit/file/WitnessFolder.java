package com.klinity.audit.file;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder whose files appear whole, survive a power cut, and are never written again. Drafts that a crash left behind
 * are nobody's checkpoints.
 */
record WitnessFolder(Path path) {

    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The folder's group may be that of who verifies; a checkpoint is no secret. */
    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--r-----");

    /** Adds a file unless there is one of that name. On the return the one that is there is durable. */
    void add(String name, byte[] content) throws IOException {
        if (!Files.exists(path.resolve(name))) {
            Path draft = path.resolve("." + UUID.randomUUID() + ".part");
            try {
                write(draft, content);
                link(draft, path.resolve(name));
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        sync();
    }

    /**
     * A file's content; empty when there is none of that name.
     *
     * @throws WitnessFailure {@code CONFLICT} when it is longer than any checkpoint
     */
    Optional<byte[]> read(String name) throws IOException {
        try (InputStream file = Files.newInputStream(path.resolve(name))) {
            byte[] content = file.readNBytes(AuditWitness.MOST_BYTES + 1);
            if (content.length > AuditWitness.MOST_BYTES) {
                throw new WitnessFailure(Code.CONFLICT, "the folder has something that is no checkpoint in " + name);
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return absent(e);
        }
    }

    /** The names of all files. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Optional<byte[]> absent(NoSuchFileException e) throws NoSuchFileException {
        if (!Files.isDirectory(path)) {
            throw e;
        }
        return Optional.empty();
    }

    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel file =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNERS)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            Files.setPosixFilePermissions(draft, READ_ONLY);
            file.force(true);
        }
    }

    /** A second name, in one step and never over another file; a move would replace it. */
    private static void link(Path draft, Path name) throws IOException {
        try {
            Files.createLink(name, draft);
        } catch (FileAlreadyExistsException _) {
            // Somebody was faster. Whose bytes those are is seen by reading them.
        }
    }

    /** Names are durable when their folder is. */
    private void sync() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
