package com.klinity.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz} into a folder, in pure Java: the machine may have neither tar nor xz. */
final class ArchiveUnpacker {
    private final Path target;

    ArchiveUnpacker(Path target) {
        this.target = target;
    }

    void unpack(InputStream archive) throws IOException {
        TarReader tar = new TarReader(new XZInputStream(new BufferedInputStream(archive, 1 << 16)));
        for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            place(entry.get(), tar);
        }
    }

    private void place(TarEntry entry, TarReader tar) throws IOException {
        Path path = inside(target, entry.name());
        createDirectories(entry.kind() == TarEntry.Kind.DIRECTORY ? path : parent(path));
        switch (entry.kind()) {
            case DIRECTORY -> {}
            case SYMBOLIC_LINK -> {
                Path destination = inside(parent(path), entry.linkTarget());
                Files.createSymbolicLink(path, parent(path).relativize(destination));
            }
            case FILE -> writeFile(path, entry.executable(), tar);
        }
    }

    private static void writeFile(Path path, boolean executable, TarReader tar) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            tar.copyContent(out);
        }
        // Readable by all: the server may run as another user than the one who unpacks. Nothing here is secret.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        createDirectories(parent(directory));
        Files.createDirectory(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null || !parent.startsWith(target)) {
            throw new IOException("the archive has an entry outside its own folder: " + path);
        }
        return parent;
    }

    private Path inside(Path base, String name) throws IOException {
        Path path = base.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive has an entry outside its own folder: " + name);
        }
        return path;
    }
}
