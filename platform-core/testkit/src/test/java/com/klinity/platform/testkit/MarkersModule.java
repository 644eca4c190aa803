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
import java.util.List;
import java.util.UUID;

/** Says whose scope a call runs in and what that scope sees; some of its handlers come to grief in between. */
final class MarkersModule implements FeatureModule {

    @Override
    public String name() {
        return "markers";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("notes");
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), MarkersModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    /** What a scope sees. */
    record Seen(UUID account, List<String> texts) {
        static Seen in(Call call) {
            // Without any condition: only row-level security keeps the others' rows away.
            List<String> texts =
                    call.scope().sql("select text from notes.notes order by id").list(row -> row.text("text"));
            return new Seen(call.scope().account(), texts);
        }
    }

    @Override
    public Feature open(FeatureContext context) {
        Access read = Access.phi(Action.READ, "Note");
        return routes -> {
            routes.get("/v1/markers", read, call -> Reply.ok(Seen.in(call)));
            routes.get("/v1/markers/thrown", read, call -> {
                throw new IllegalStateException("after seeing " + Seen.in(call));
            });
            routes.get("/v1/markers/failed", read, call -> {
                Seen seen = Seen.in(call);
                call.scope().sql("select 1 / 0").execute();
                return Reply.ok(seen);
            });
        };
    }
}
