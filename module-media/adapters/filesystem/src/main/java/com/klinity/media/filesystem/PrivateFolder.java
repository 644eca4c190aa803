package com.klinity.media.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder, and files in it, that only the server's user can open, and whose changes survive a power cut. */
record PrivateFolder(Path path) {

    private static final FileAttribute<?> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes the folder unless it is there; its parent must be. */
    static PrivateFolder in(Path parent, String name) throws IOException {
        PrivateFolder folder = new PrivateFolder(parent.resolve(name));
        try {
            Files.createDirectory(folder.path, OWN_FOLDER);
            sync(parent);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder.path)) {
                throw e;
            }
        }
        return folder;
    }

    /** A new file, open for writing. */
    FileChannel create(String name) throws IOException {
        return FileChannel.open(
                path.resolve(name), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN_FILE);
    }

    /** A file that stays, made unless it is there, open for writing. */
    FileChannel keep(String name) throws IOException {
        return FileChannel.open(
                path.resolve(name), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWN_FILE);
    }

    /** Writes a small file as a whole or not at all. */
    void write(String name, byte[] bytes) throws IOException {
        String unfinished = UUID.randomUUID() + ".part";
        try (FileChannel file = create(unfinished)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        take(path.resolve(unfinished), name);
    }

    /** Moves a finished file in, in one step, over one of that name. */
    void take(Path finished, String name) throws IOException {
        Files.move(finished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(path);
    }

    /** Removes a file if it is there. */
    void remove(String name) throws IOException {
        if (Files.deleteIfExists(path.resolve(name))) {
            sync(path);
        }
    }

    /** Overwrites a small file before removing it, so that undeleting it brings back nothing. */
    void shred(String name) throws IOException {
        try (FileChannel file = FileChannel.open(path.resolve(name), StandardOpenOption.WRITE)) {
            byte[] noise = new byte[(int) file.size()];
            RANDOM.nextBytes(noise);
            file.write(ByteBuffer.wrap(noise));
            file.force(true);
        } catch (NoSuchFileException e) {
            return;
        }
        remove(name);
    }

    /** Removes everything in it. */
    void empty() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
        sync(path);
    }

    /** What is in it. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    /** Makes names that were added or removed durable; the contents of files have their own {@code force}. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
