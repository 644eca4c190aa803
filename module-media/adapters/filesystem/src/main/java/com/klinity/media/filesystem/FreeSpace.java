package com.klinity.media.filesystem;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room that recordings leave to whoever else lives on the disk, such as the database.
 *
 * @param place on the disk in question
 * @param least bytes, from 0
 */
record FreeSpace(Path place, long least) {

    /** How much may be written between two looks. */
    static final long STEP = 8L << 20;

    void require() {
        if (Disk.read(() -> Files.getFileStore(place).getUsableSpace()) < least) {
            throw new BlobFailure(Code.NO_SPACE, "the disk has less free space than must stay free");
        }
    }
}
