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
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A feature with a stream of events that no event ever comes on.
 *
 * @param begun counted down when it has begun
 * @param ended counted down when it has ended
 */
record EventsModule(CountDownLatch begun, CountDownLatch ended) implements FeatureModule {

    @Override
    public String name() {
        return "eventsoftest";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), EventsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> routes.get(
                "/v1/events-of-test",
                Access.phi(Action.EXPORT, "Event"),
                call -> Reply.live("text/event-stream", (out, reads) -> follow(out)));
    }

    private void follow(OutputStream out) throws IOException {
        try {
            out.write(':');
            out.flush();
            begun.countDown();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }
}
