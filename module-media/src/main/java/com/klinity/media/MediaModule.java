package com.klinity.media;

import com.klinity.appointments.api.Holdings;
import com.klinity.media.api.Recordings;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.spi.BlobStoreProvider;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the feature {@code media}. */
public final class MediaModule implements FeatureModule {

    /** For the service loader. */
    public MediaModule() {}

    @Override
    public String name() {
        return "media";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("appointments");
    }

    @Override
    public Schema schema() {
        return new Schema(
                "media",
                List.of("V1__recordings.sql", "V2__erasure_is_the_cores.sql", "V3__uploads.sql"),
                MediaModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(
                new DataKind(
                        "Recordings",
                        true,
                        "Until the practitioner deletes the recording, its appointment or the account, or for the days"
                                + " set.",
                        List.of("media.recordings")),
                new DataKind(
                        "Recordings on their way",
                        false,
                        "Until the recording is on record or put away, and a count of them until the account is"
                                + " deleted.",
                        List.of("media.uploads", "media.admissions")));
    }

    @Override
    public Feature open(FeatureContext context) {
        MediaSettings settings = MediaSettings.read(context.settings());
        BlobStoreProvider provider = context.adapter(BlobStoreProvider.class, "klinity.media.store", "filesystem");
        BlobStore store = provider.open(context.settings());
        context.share(Recordings.class, new StoredRecordings(store));
        context.require(Holdings.class).add(new KeptRecordings(context));
        return new MediaFeature(settings, store, provider, context);
    }
}
