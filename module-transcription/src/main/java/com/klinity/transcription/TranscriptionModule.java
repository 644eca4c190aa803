package com.klinity.transcription;

import com.klinity.appointments.api.Holdings;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Settings;
import com.klinity.transcription.api.Transcripts;
import com.klinity.transcription.spi.TranscriptionEngineProvider;
import java.util.List;
import java.util.Set;

/** Declares the feature {@code transcription}. */
public final class TranscriptionModule implements FeatureModule {

    private static final int CONCURRENCY_MOST = 64;

    /** Called by the service loader. */
    public TranscriptionModule() {}

    @Override
    public String name() {
        return "transcription";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("appointments", "media");
    }

    @Override
    public Schema schema() {
        return new Schema(
                name(),
                List.of("V1__transcripts.sql", "V2__told_changes.sql", "V3__same_wish.sql", "V4__cancelled.sql"),
                TranscriptionModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind(
                "Transcripts",
                true,
                "As long as the recording they were made from.",
                List.of("transcription.transcripts")));
    }

    @Override
    public Feature open(FeatureContext context) {
        Settings settings = context.settings();
        int concurrency = settings.integer("klinity.transcription.concurrency", 1, 1, CONCURRENCY_MOST);
        WaitingBudget budget = WaitingBudget.read(settings);
        // Work waits in the database; the key is there for a queue beside it.
        settings.oneOf("klinity.transcription.queue", "postgres", Set.of("postgres"));
        TranscriptionEngineProvider provider =
                context.adapter(TranscriptionEngineProvider.class, Engine.SETTING, "sphinx");
        context.require(Holdings.class).add(new KeptTranscripts(context));
        context.share(Transcripts.class, new StoredTranscripts());
        context.obey("transcriptionEngine", Set.of(provider.name()));
        return new TranscriptionFeature(context, Engine.open(provider, settings), budget, concurrency);
    }
}
