package com.klinity.platform.testkit;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** A feature whose tables are as they should be, until a test spoils them. It declares more than it makes. */
final class ThingsModule implements FeatureModule {

    @Override
    public String name() {
        return "things";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of("V1__things.sql"), ThingsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(
                new DataKind("Things", true, "For ever", List.of("things.things")),
                new DataKind(
                        "Other things",
                        false,
                        "For ever",
                        List.of("things.parents", "things.loose", "things.parted", "things.parted_0")));
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> {};
    }
}
