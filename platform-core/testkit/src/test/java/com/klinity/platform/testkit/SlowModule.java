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
import java.util.concurrent.CountDownLatch;

/** Handlers that hold a connection and do not come back, each in its own way, until the test lets them. */
final class SlowModule implements FeatureModule {

    private final CountDownLatch end = new CountDownLatch(1);

    void end() {
        end.countDown();
    }

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), SlowModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return new Feature() {
            @Override
            public void routes(Routes routes) {
                declare(routes);
            }
        };
    }

    private void declare(Routes routes) {
        Access changes = Access.phi(Action.UPDATE, "Time");
        routes.get("/v1/slow", Access.phi(Action.READ, "Time"), call -> Reply.ok(one(call)));
        routes.post("/v1/slow/sleep/{id}", changes, this::sleep);
        routes.post("/v1/slow/swallow/{id}", changes, this::swallow);
        routes.post("/v1/slow/query/{id}", changes, call -> {
            call.scope()
                    .sql("select count(*) as n from generate_series(1, 1000000000000) g")
                    .list(row -> row.number("n"));
            return Reply.noContent();
        });
    }

    private static long one(Call call) {
        return call.scope()
                .sql("select 1 as one")
                .first(row -> row.number("one"))
                .orElseThrow();
    }

    private Reply sleep(Call call) {
        one(call);
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Reply.noContent();
    }

    private Reply swallow(Call call) {
        one(call);
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // as badly written code does
            }
        }
        return Reply.noContent();
    }
}
