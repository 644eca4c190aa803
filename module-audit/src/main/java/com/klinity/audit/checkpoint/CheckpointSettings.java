package com.klinity.audit.checkpoint;

import com.klinity.audit.verification.SigningKeyFile;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;

/**
 * How checkpoints are taken.
 *
 * @param interval how long changes may go unwitnessed
 * @param keyFile  the signing key
 */
public record CheckpointSettings(Duration interval, SigningKeyFile keyFile) {

    private static final Duration USUAL = Duration.ofMinutes(5);

    /** Reads the settings. */
    public static CheckpointSettings read(Settings settings) {
        Duration interval = settings.duration("klinity.audit.checkpoint-interval", USUAL);
        SigningKeyFile keyFile = SigningKeyFile.of(settings);
        keyFile.demandIn(settings);
        return new CheckpointSettings(interval, keyFile);
    }

    /**
     * The key. Makes one in evaluation mode when there is none.
     *
     * @throws StartFailure when the file cannot be used
     */
    SigningKey key() {
        if (!keyFile.given() && Files.notExists(keyFile.path())) {
            make(keyFile.path());
        }
        return keyFile.read(SigningKey::ofPem);
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(
                    Objects.requireNonNull(file.getParent()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, SigningKey.newPem(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new StartFailure(
                    "klinity.data.directory: cannot write " + file + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }
}
