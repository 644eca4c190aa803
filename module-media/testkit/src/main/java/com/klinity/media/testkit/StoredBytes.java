package com.klinity.media.testkit;

import com.klinity.media.spi.BlobKey;

/** What an intruder with the disk in hand can do: see and change the bytes of objects as they lie there. */
public interface StoredBytes {

    /** The bytes of an object at rest. */
    byte[] read(BlobKey key);

    /** Puts bytes in an object's place, also where there is no object. */
    void write(BlobKey key, byte[] bytes);
}
