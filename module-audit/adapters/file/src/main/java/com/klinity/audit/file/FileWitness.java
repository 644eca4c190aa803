package com.klinity.audit.file;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.CheckpointName;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** One file a checkpoint. Several servers may use one folder at once. */
final class FileWitness implements AuditWitness {

    private final WitnessFolder folder;

    FileWitness(WitnessFolder folder) {
        this.folder = folder;
    }

    @Override
    public void keep(long number, byte[] document) {
        String name = CheckpointName.of(number);
        boolean kept = attempt(() -> {
            folder.add(name, document);
            return folder.read(name)
                    .filter(first -> Arrays.equals(first, document))
                    .isPresent();
        });
        if (!kept) {
            throw new WitnessFailure(Code.CONFLICT, "the folder has other bytes in " + name);
        }
    }

    @Override
    public OptionalLong last() {
        return attempt(() -> folder.names().stream()
                .map(CheckpointName::number)
                .flatMapToLong(OptionalLong::stream)
                .max());
    }

    @Override
    public Optional<byte[]> read(long number) {
        return number < 1 ? Optional.empty() : attempt(() -> folder.read(CheckpointName.of(number)));
    }

    @Override
    public void close() {
        // Nothing stays open between the calls.
    }

    /** What touches the disk. */
    @FunctionalInterface
    private interface Access<T> {

        T run() throws IOException;
    }

    private static <T> T attempt(Access<T> access) {
        try {
            return access.run();
        } catch (AccessDeniedException e) {
            throw new WitnessFailure(Code.DENIED, "the witness's folder refuses the server's user", e);
        } catch (FileSystemException e) {
            throw new WitnessFailure(Code.UNAVAILABLE, "the witness's folder cannot be used: " + reason(e), e);
        } catch (IOException e) {
            throw new WitnessFailure(Code.UNAVAILABLE, "the witness's folder cannot be used", e);
        }
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }
}
