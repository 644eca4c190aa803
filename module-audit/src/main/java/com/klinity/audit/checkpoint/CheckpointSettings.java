package com.klinity.audit.checkpoint;

import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How checkpoints are taken.
 *
 * @param interval how long changes may go unwitnessed
 * @param keyFile  the signing key as PEM
 * @param given    whether the deployer named the file; else it is made
 */
public record CheckpointSettings(Duration interval, Path keyFile, boolean given) {

    private static final String KEY = "klinity.audit.signing-key";
    private static final Duration USUAL = Duration.ofMinutes(5);

    /** Reads the settings; in production the key must be named, since one beside the data is anybody's who has these. */
    public static CheckpointSettings read(Settings settings) {
        Duration interval = settings.duration("klinity.audit.checkpoint-interval", USUAL);
        Optional<String> file = settings.optionalText(KEY);
        if (file.isEmpty() && settings.production()) {
            settings.fault(KEY, "is missing; name a PEM file with a private and a public key of Ed25519");
        }
        return new CheckpointSettings(
                interval,
                file.map(Path::of).orElseGet(() -> settings.dataDirectory().resolve("audit/signing-key.pem")),
                file.isPresent());
    }

    /**
     * The key. Makes one in evaluation mode when there is none.
     *
     * @throws StartFailure when the file cannot be used
     */
    SigningKey key() {
        try {
            if (!given && Files.notExists(keyFile)) {
                make();
            }
            return SigningKey.ofPem(Files.readString(keyFile));
        } catch (IOException e) {
            throw new StartFailure(
                    KEY + ": cannot use " + keyFile + " (" + e.getClass().getSimpleName() + ")", e);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(KEY + ": " + keyFile + ": " + e.getMessage(), e);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(
                Objects.requireNonNull(keyFile.getParent()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(keyFile, SigningKey.newPem(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }
}
