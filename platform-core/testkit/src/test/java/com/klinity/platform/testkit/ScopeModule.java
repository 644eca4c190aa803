package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Scope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A feature that reads what a test wants.
 *
 * @param reads by the last segment of their paths; what they give is the answer
 */
record ScopeModule(Map<String, Function<Scope, List<String>>> reads) implements FeatureModule {

    @Override
    public String name() {
        return "scopes";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), ScopeModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> reads.forEach((name, read) -> routes.get(
                "/v1/scopes/" + name, Access.phi(Action.READ, "Scope"), call -> Reply.ok(read.apply(call.scope()))));
    }
}
