package com.klinity.media;

import com.klinity.media.api.RecordingCard;
import com.klinity.media.api.Recordings;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobStore;
import com.klinity.platform.spi.Scope;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** The table and the store behind the API for later features. */
final class StoredRecordings implements Recordings {

    private final BlobStore store;

    StoredRecordings(BlobStore store) {
        this.store = store;
    }

    @Override
    public Optional<RecordingCard> find(Scope scope, UUID id) {
        return RecordingTable.find(scope, id).map(Recording::card);
    }

    @Override
    public InputStream content(UUID account, UUID recording) {
        return store.open(new BlobKey(account, recording), 0);
    }
}
