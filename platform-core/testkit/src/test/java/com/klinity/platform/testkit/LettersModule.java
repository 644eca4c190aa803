package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.Map;

/** Takes bodies of any length from whom it may, says how long they were, and gives answers of any length. */
final class LettersModule implements FeatureModule {

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), LettersModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return (Routes routes) -> {
            routes.post("/v1/letters/anybody", Access.open(), LettersModule::length);
            routes.post("/v1/letters/vendor", Access.vendorCallback(_ -> true), LettersModule::length);
            routes.post("/v1/letters", Access.phi(Action.CREATE, "Letter"), LettersModule::length);
            routes.get("/v1/letters/{length}", Access.phi(Action.READ, "Letter"), LettersModule::json);
            routes.post("/v1/letters/{length}", Access.phi(Action.CREATE, "Letter"), LettersModule::json);
            routes.get(
                    "/v1/prints/{length}",
                    Access.phi(Action.READ, "Letter"),
                    call -> Reply.rendered("application/pdf", () -> new byte[length(call, "length")]));
        };
    }

    private static Reply length(Call call) {
        return Reply.ok(Map.of("length", call.rawBody().length));
    }

    private static Reply json(Call call) {
        return Reply.ok(Map.of("text", "x".repeat(length(call, "length"))));
    }

    private static int length(Call call, String name) {
        return Integer.parseInt(call.path(name));
    }
}
