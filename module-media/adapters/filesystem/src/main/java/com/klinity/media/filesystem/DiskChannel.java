package com.klinity.media.filesystem;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * A file whose failures are unchecked. They pass through the decryption untouched, which would take an {@code
 * IOException} for a wrong key.
 */
final class DiskChannel implements SeekableByteChannel {

    private final FileChannel file;

    DiskChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer target) {
        return Disk.read(() -> file.read(target));
    }

    @Override
    public int write(ByteBuffer source) {
        return Disk.read(() -> file.write(source));
    }

    @Override
    public long position() {
        return Disk.read(file::position);
    }

    @Override
    public SeekableByteChannel position(long position) {
        Disk.change(() -> file.position(position));
        return this;
    }

    @Override
    public long size() {
        return Disk.read(file::size);
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        Disk.change(() -> file.truncate(size));
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    /** What was written is durable from here on. */
    void force() {
        Disk.change(() -> file.force(true));
    }

    @Override
    public void close() {
        Disk.change(file::close);
    }
}
