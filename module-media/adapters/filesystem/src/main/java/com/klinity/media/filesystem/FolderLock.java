package com.klinity.media.filesystem;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;

/** Keeps a second server away, which would sweep the puts of the first. The system frees it when the process dies. */
record FolderLock(FileChannel file) implements AutoCloseable {

    static FolderLock of(PrivateFolder folder) throws IOException {
        FileChannel file = folder.keep("lock");
        if (!locked(file)) {
            file.close();
            throw new BlobFailure(Code.UNAVAILABLE, "another server uses this folder");
        }
        return new FolderLock(file);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Disk.change(file::close);
    }
}
