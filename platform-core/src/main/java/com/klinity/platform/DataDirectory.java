package com.klinity.platform;

import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds what the server keeps on disk, closed to other users of the machine. */
final class DataDirectory {

    private DataDirectory() {}

    static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StartFailure(
                    "klinity.data.directory: cannot use " + directory + " (" + e.getClass().getSimpleName()
                            + "); name a folder this user may write to",
                    e);
        }
    }
}
