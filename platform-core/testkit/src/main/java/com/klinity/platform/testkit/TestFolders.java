package com.klinity.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Folders that last as long as the JVM, for what tests share. Safe for many threads. */
public final class TestFolders {

    /** In one hook, because hooks run in no order: what was opened last is closed first, a folder after what is in it. */
    private static final Deque<Runnable> ENDS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ENDS.forEach(Runnable::run), "test-folders"));
    }

    private TestFolders() {}

    /** A new one below the system's folder for temporary files. */
    public static Path fresh(String prefix) {
        try {
            Path folder = Files.createTempDirectory(prefix);
            ENDS.addFirst(() -> delete(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has that done before the folders there are so far go. */
    static void before(Runnable end) {
        ENDS.addFirst(end);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            System.getLogger(TestFolders.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} is left: {1}", folder, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
