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
import com.klinity.platform.spi.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A feature that runs in its caller's scope whatever statement it is given, as a hostile one would. */
final class StatementModule implements FeatureModule {

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), StatementModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> {
            routes.post("/v1/query", Access.phi(Action.READ, "Anything"), StatementModule::query);
            routes.post("/v1/let-through", Access.phi(Action.READ, "Anything"), StatementModule::letThrough);
            routes.post("/v1/change", Access.phi(Action.UPDATE, "Anything"), StatementModule::change);
        };
    }

    private static Reply query(Call call) {
        return Reply.ok(call.scope().sql(text(call)).list(row -> String.valueOf(row.textOrNull("answer"))));
    }

    /** Those of many statements, one a line, that a feature could run; none is run. */
    private static Reply letThrough(Call call) {
        return Reply.ok(text(call)
                .lines()
                .filter(statement -> isLetThrough(call, statement))
                .toList());
    }

    private static boolean isLetThrough(Call call, String statement) {
        try {
            call.scope().sql(statement);
            return true;
        } catch (RuntimeException refused) { // of a class of the core's
            return false;
        }
    }

    private static Reply change(Call call) {
        return Reply.ok(List.of(call.scope().sql(text(call)).execute()));
    }

    private static String text(Call call) {
        return new String(call.rawBody(), StandardCharsets.UTF_8);
    }
}
