package com.klinity.media.filesystem;

import com.google.crypto.tink.StreamingAead;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The file of an object that is being put. One thread writes it; another may end it for good. */
final class UnfinishedObject implements WritableByteChannel {

    private final UUID account;
    private final Path path;
    private final StreamingAead cipher;
    private final DiskChannel file;
    private final FreeSpace room;
    private long untilNextLook;
    private volatile boolean erased;

    UnfinishedObject(UUID account, Path path, StreamingAead cipher, DiskChannel file, FreeSpace room) {
        this.account = account;
        this.path = path;
        this.cipher = cipher;
        this.file = file;
        this.room = room;
    }

    boolean isOf(UUID owner) {
        return account.equals(owner);
    }

    Path path() {
        return path;
    }

    StreamingAead cipher() {
        return cipher;
    }

    @Override
    public int write(ByteBuffer source) {
        requireAlive();
        if (untilNextLook <= 0) {
            room.require();
            untilNextLook = FreeSpace.STEP;
        }
        int written = file.write(source);
        untilNextLook -= written;
        return written;
    }

    void force() {
        file.force();
    }

    void requireAlive() {
        if (erased) {
            throw erased();
        }
    }

    /** The writer finds out at its next byte; what it wrote is gone at once. */
    void erase() {
        erased = true;
        remove();
    }

    /** Does nothing to a file that was moved to where it belongs. */
    void remove() {
        Disk.change(() -> Files.deleteIfExists(path));
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() {
        file.close();
    }

    static BlobFailure erased() {
        return new BlobFailure(Code.ERASED, "the account was erased");
    }
}
