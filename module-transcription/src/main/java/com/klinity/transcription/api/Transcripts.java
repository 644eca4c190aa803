package com.klinity.transcription.api;

import com.klinity.platform.spi.Scope;
import java.util.Optional;
import java.util.UUID;

/** Transcripts as the features after this one see them. Safe for many threads. */
public interface Transcripts {

    /** The account's transcript; empty when it never existed, is gone, or is somebody else's. Blocks for the database. */
    Optional<TranscriptCard> find(Scope scope, UUID id);
}
