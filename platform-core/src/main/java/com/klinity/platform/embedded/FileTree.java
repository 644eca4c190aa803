package com.klinity.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Acts on a folder with all that is in it. */
final class FileTree {
    private FileTree() {}

    /** Deletes everything, if there is anything; what another process deletes meanwhile does not matter. */
    static void deleteIfPresent(Path root) throws IOException {
        for (Path path : childrenFirst(root)) {
            Files.deleteIfExists(path);
        }
    }

    /** Returns when files and folders are on the disk, so that a rename of the root may follow. */
    static void sync(Path root) throws IOException {
        for (Path path : childrenFirst(root)) {
            if (!Files.isSymbolicLink(path)) {
                syncOne(path);
            }
        }
    }

    /** Returns when the file's content, or the folder's list of names, is on the disk. */
    static void syncOne(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void chown(Path root, UserPrincipal owner) throws IOException {
        for (Path path : childrenFirst(root)) {
            Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(owner);
        }
    }

    static List<Path> children(Path directory, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static List<Path> childrenFirst(Path root) throws IOException {
        Collector collector = new Collector();
        Files.walkFileTree(root, collector);
        return collector.found.reversed();
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final ArrayList<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            found.add(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
