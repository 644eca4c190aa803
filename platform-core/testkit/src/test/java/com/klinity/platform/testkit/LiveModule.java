package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.LiveWriter;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.Map;

/**
 * A feature that streams what a test wants.
 *
 * @param writers by the last segment of their paths
 */
record LiveModule(Map<String, LiveWriter> writers) implements FeatureModule {

    @Override
    public String name() {
        return "live";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), LiveModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> writers.forEach((name, writer) -> routes.get(
                "/v1/live/" + name,
                Access.phi(Action.EXPORT, "Live"),
                call -> Reply.live("text/plain", writer).header("Content-Disposition", "attachment")));
    }
}
