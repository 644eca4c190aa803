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
    static Path read(Settings settings) {
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

    private static Path checked(Settings settings, String text) {
        try {
            Path folder = Path.of(text).toRealPath();
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                settings.fault(KEY, "must be a folder that the server's user may write to");
            } else if (settings.production()
                    && folder.startsWith(settings.dataDirectory().toRealPath())) {
                settings.fault(KEY, "must lie outside the data directory, best on another machine's disk");
            }
            return folder;
        } catch (IOException | InvalidPathException _) {
            settings.fault(KEY, "must be a folder that exists; make it, or mount it, before the start");
            return settings.dataDirectory();
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
