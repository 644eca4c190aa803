package com.klinity.media;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;

/** One upload in this process, from its admission to its end. For one thread. */
final class Underway {

    private static final System.Logger LOG = System.getLogger(Underway.class.getName());

    private final BlobKey key;
    private final long reserved;
    private boolean clean = true;
    private boolean stored;

    Underway(BlobKey key, long reserved) {
        this.key = key;
        this.reserved = reserved;
    }

    BlobKey key() {
        return key;
    }

    long reserved() {
        return reserved;
    }

    /** The store may hold something of it from here on. */
    void storing() {
        clean = false;
    }

    /** The store has it all. */
    void stored() {
        stored = true;
    }

    /** Removes what the store holds of it, if the store lets it. */
    void discard(BlobStore store) {
        if (!clean) {
            try {
                store.delete(key);
                clean = true;
            } catch (BlobFailure e) {
                LOG.log(System.Logger.Level.WARNING, "audio that was not put on record is removed later", e);
            }
        }
    }

    /** Whether the store holds it and would not let it go. A put that failed leaves nothing, as its contract says. */
    boolean isLeft() {
        return stored && !clean;
    }

    /** Whether the store was seen to hold nothing of it. */
    boolean isClean() {
        return clean;
    }
}
