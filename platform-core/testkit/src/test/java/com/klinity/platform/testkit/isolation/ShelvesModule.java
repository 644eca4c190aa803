package com.klinity.platform.testkit.isolation;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.Optional;

/** A feature that keeps accounts apart, or makes one mistake. */
record ShelvesModule(Optional<Leak> leak) implements FeatureModule {

    @Override
    public String name() {
        return "shelves";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of("V1__shelves.sql"), ShelvesModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind("Shelves", false, "While the account is active", List.of("shelves.shelves")));
    }

    @Override
    public Feature open(FeatureContext context) {
        return new Shelves(leak, context.settings().dataDirectory().resolve("shelves"));
    }
}
