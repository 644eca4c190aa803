package com.klinity.media.filesystem;

import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.testkit.EncryptedBlobStoreContract;
import com.klinity.media.testkit.StoredBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The store keeps the contract. */
class FilesystemBlobStoreTest extends EncryptedBlobStoreContract implements StoredBytes {

    /** What an object's header takes of its first segment, and what each segment's tag takes. */
    private static final int SEGMENT = (1 << 16) - 16;

    private static final int FIRST_SEGMENT = SEGMENT - 40;

    @TempDir
    Path data;

    @Override
    protected BlobStore open() {
        return new FilesystemProvider().open(new FolderOnly(data, false));
    }

    @Override
    protected StoredBytes disk() {
        return this;
    }

    @Override
    public List<Integer> portions() {
        return List.of(FIRST_SEGMENT, FIRST_SEGMENT + SEGMENT, 1 << 16, 1 << 20);
    }

    @Override
    public byte[] read(BlobKey key) {
        try {
            return Files.readAllBytes(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(BlobKey key, byte[] bytes) {
        try {
            Files.createDirectories(file(key).getParent());
            Files.write(file(key), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(BlobKey key) {
        return data.resolve("media/objects")
                .resolve(key.account().toString())
                .resolve(key.id().toString());
    }
}
