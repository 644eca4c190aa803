package com.klinity.audit.file;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Which folder the deployer means. */
final class FolderSetting {

    private static final String KEY = "klinity.file.directory";
    private static final String DEFAULT = "audit-witness";

    private FolderSetting() {}

    /** A folder that is there, unless a fault was noted. Only the default is made: a named one may not be mounted. */
    static Path toKeepIn(Settings settings) {
        Optional<String> named = settings.optionalText(KEY);
        if (named.isPresent()) {
            return checked(settings, named.get());
        }
        if (settings.production()) {
            settings.fault(
                    KEY,
                    "is missing; production needs a folder that whoever writes to the database cannot write to,"
                            + " outside the data directory");
            return settings.dataDirectory();
        }
        return made(settings.dataDirectory().resolve(DEFAULT));
    }

    /** The same where nothing is kept. Makes nothing, and leaves to the servers where the folder may lie. */
    static Path toRead(Settings settings) {
        Path usual = settings.dataDirectory().resolve(DEFAULT);
        Optional<Path> folder = real(settings.optionalText(KEY).orElseGet(usual::toString));
        if (folder.filter(Files::isDirectory).filter(Files::isReadable).isEmpty()) {
            settings.fault(KEY, "must be a folder that you may read, the one that the servers keep checkpoints in");
        }
        return folder.orElseGet(settings::dataDirectory);
    }

    private static Path checked(Settings settings, String text) {
        Optional<Path> folder = real(text);
        if (folder.isEmpty()) {
            settings.fault(KEY, "must be a folder that exists; make it, or mount it, before the start");
        } else if (!Files.isDirectory(folder.get()) || !Files.isWritable(folder.get())) {
            settings.fault(KEY, "must be a folder that the server's user may write to");
        } else if (settings.production() && folder.get().startsWith(dataFolder(settings))) {
            settings.fault(KEY, "must lie outside the data directory, best on another machine's disk");
        }
        return folder.orElseGet(settings::dataDirectory);
    }

    /** It may not be there yet. */
    private static Path dataFolder(Settings settings) {
        return real(settings.dataDirectory().toString())
                .orElseGet(() -> settings.dataDirectory().toAbsolutePath().normalize());
    }

    private static Optional<Path> real(String text) {
        try {
            return Optional.of(Path.of(text).toRealPath());
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Path made(Path folder) {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new StartFailure("the audit log's witness needs a folder, and " + folder + " is none", e);
            }
        } catch (IOException e) {
            throw new StartFailure("the folder " + folder + " of the audit log's witness cannot be made", e);
        }
        return folder;
    }
}
