package com.klinity.transcription;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** The feature's table as it was when what was cancelled had failed. */
final class EarlierTranscription implements FeatureModule {

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
        return List.of("media");
    }

    @Override
    public Schema schema() {
        return new Schema(
                name(),
                List.of("V1__transcripts.sql", "V2__told_changes.sql", "V3__same_wish.sql"),
                TranscriptionModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(
                new DataKind("Transcripts", true, "As long as the recording.", List.of("transcription.transcripts")));
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> {};
    }
}
