package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read. */
final class PrivateFile {
    private PrivateFile() {}

    /** Replaces the file at once or not at all, and returns when it is on the disk. */
    static void replace(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        create(unfinished, content);
        FileTree.syncOne(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        FileTree.syncOne(file.toAbsolutePath().resolveSibling(""));
    }

    /** Creates the file with its final permissions, so that there is no moment in which others may open it. */
    static void create(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
