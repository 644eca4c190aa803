package com.klinity.media.filesystem;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Runs what touches the disk, and tells its failures apart. */
final class Disk {

    private Disk() {}

    /** An action that gives something. */
    @FunctionalInterface
    interface Access<T> {

        T run() throws IOException;
    }

    /** An action. */
    @FunctionalInterface
    interface Change {

        void run() throws IOException;
    }

    static <T> T read(Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static void change(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static BlobFailure failure(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> new BlobFailure(Code.NOT_FOUND, "there is no such object", e);
            case AccessDeniedException _ -> new BlobFailure(Code.DENIED, "the disk refuses this server's user", e);
            default ->
                full(e)
                        ? new BlobFailure(Code.NO_SPACE, "the disk is full", e)
                        : new BlobFailure(Code.UNAVAILABLE, "the disk does not work", e);
        };
    }

    /** The system's error number is not to be had; its text is. */
    private static boolean full(IOException e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded");
    }
}
