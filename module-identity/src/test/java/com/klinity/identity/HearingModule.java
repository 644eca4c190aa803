package com.klinity.identity;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.Set;

/** A feature that has one speech engine. */
final class HearingModule implements FeatureModule {

    @Override
    public String name() {
        return "hearing";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), HearingModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        context.obey("transcriptionEngine", Set.of("sphinx"));
        return routes -> {};
    }
}
