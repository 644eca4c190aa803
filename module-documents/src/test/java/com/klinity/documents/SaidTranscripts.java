package com.klinity.documents;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Scope;
import com.klinity.transcription.api.TranscriptCard;
import com.klinity.transcription.api.Transcripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands where transcription stands, with transcripts that tests say. Each account has its own. */
final class SaidTranscripts implements FeatureModule, Transcripts {

    private final Map<UUID, Map<UUID, TranscriptCard>> transcripts = new ConcurrentHashMap<>();

    /** A completed transcript in English, an utterance every three seconds. */
    UUID said(UUID account, String appointment, String... utterances) {
        return add(account, appointment, true, "en", utterances);
    }

    UUID add(UUID account, String appointment, boolean completed, String language, String... utterances) {
        List<TranscriptCard.Line> lines = new ArrayList<>();
        for (String text : utterances) {
            long start = lines.size() * 3_000L;
            lines.add(new TranscriptCard.Line(lines.size(), "A", start, start + 2_000, text));
        }
        UUID id = UUID.randomUUID();
        transcripts
                .computeIfAbsent(account, none -> new ConcurrentHashMap<>())
                .put(
                        id,
                        new TranscriptCard(
                                id, UUID.randomUUID(), UUID.fromString(appointment), completed, language, lines));
        return id;
    }

    @Override
    public Optional<TranscriptCard> find(Scope scope, UUID id) {
        return Optional.ofNullable(
                transcripts.getOrDefault(scope.account(), Map.of()).get(id));
    }

    @Override
    public String name() {
        return "transcription";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), SaidTranscripts.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        context.share(Transcripts.class, this);
        return routes -> {};
    }
}
