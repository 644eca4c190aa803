package com.klinity.transcription;

import com.klinity.platform.spi.Scope;
import com.klinity.transcription.api.TranscriptCard;
import com.klinity.transcription.api.Transcripts;
import java.util.Optional;
import java.util.UUID;

/** The table behind the API for later features. */
final class StoredTranscripts implements Transcripts {

    @Override
    public Optional<TranscriptCard> find(Scope scope, UUID id) {
        return TranscriptTable.find(scope, id)
                .map(transcript -> transcript.card(TranscriptTable.utterances(scope, id)));
    }
}
