package com.klinity.transcription;

import com.klinity.platform.spi.Page;
import com.klinity.transcription.api.TranscriptCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row without what was said.
 *
 * @param language as heard, or else as asked for, or else {@code und}
 */
record Transcript(
        UUID id,
        UUID recordingId,
        UUID appointmentId,
        Status status,
        long attempts,
        String engine,
        String language,
        @Nullable Failure failure,
        VendorCopy vendorCopy,
        Instant createdAt,
        long version) {

    /** As the API shows one. */
    record View(
            UUID id,
            UUID recordingId,
            Status status,
            long attempts,
            String engine,
            String language,
            String text,
            List<Spoken> utterances,
            @Nullable Failure failure,
            VendorCopy vendorCopy,
            @Nullable Boolean consentWithdrawn) {}

    /** As the API shows one of many: without what was said. */
    record Item(
            UUID id,
            UUID recordingId,
            Status status,
            long attempts,
            String engine,
            String language,
            @Nullable Failure failure,
            VendorCopy vendorCopy,
            Instant createdAt,
            @Nullable Boolean consentWithdrawn) {}

    /**
     * With what was said.
     *
     * @param consent whether there is still consent to it
     */
    View view(List<Spoken> utterances, boolean consent) {
        String text = utterances.stream().map(Spoken::text).collect(Collectors.joining("\n"));
        return new View(
                id,
                recordingId,
                status,
                attempts,
                engine,
                language,
                text,
                utterances,
                failure,
                vendorCopy,
                withdrawn(consent));
    }

    Item item(boolean consent) {
        return new Item(
                id,
                recordingId,
                status,
                attempts,
                engine,
                language,
                failure,
                vendorCopy,
                createdAt,
                withdrawn(consent));
    }

    /** Told only where it is so. */
    private static @Nullable Boolean withdrawn(boolean consent) {
        return consent ? null : Boolean.TRUE;
    }

    TranscriptCard card(List<Spoken> utterances) {
        List<TranscriptCard.Line> lines = IntStream.range(0, utterances.size())
                .mapToObj(index -> line(index, utterances.get(index)))
                .toList();
        return new TranscriptCard(id, recordingId, appointmentId, status == Status.COMPLETED, language, lines);
    }

    Page.Position position() {
        return new Page.Position(createdAt, id);
    }

    private static TranscriptCard.Line line(int index, Spoken spoken) {
        return new TranscriptCard.Line(index, spoken.speaker(), spoken.startMs(), spoken.endMs(), spoken.text());
    }
}
