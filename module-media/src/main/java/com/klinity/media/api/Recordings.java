package com.klinity.media.api;

import com.klinity.platform.spi.Scope;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Recordings as the features after this one see them. Safe for many threads. */
public interface Recordings {

    /** The account's recording; empty when it never existed, is gone, or is somebody else's. */
    Optional<RecordingCard> find(Scope scope, UUID id);

    /**
     * Opens the audio itself, decrypted, from its beginning, for work that runs outside a transaction. Blocks. The
     * caller leaves the audit entry, and closes the stream, whose reads throw {@link
     * com.klinity.media.spi.BlobFailure} where the store fails.
     *
     * @throws com.klinity.media.spi.BlobFailure {@code NOT_FOUND} when it is gone; see {@code retryable()} for the rest
     */
    InputStream content(UUID account, UUID recording);
}
