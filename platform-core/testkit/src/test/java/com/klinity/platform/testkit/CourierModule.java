package com.klinity.platform.testkit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Adapter;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Disclosure;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.JobRun;
import com.klinity.platform.spi.JobType;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Touch;
import com.klinity.platform.spi.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A feature that hands parcels to a vendor, in requests and in jobs, and tells the test what happens there. */
final class CourierModule implements FeatureModule {

    static final String SHA256 = "0123456789abcdef".repeat(4);
    static final long BYTES = 7;

    private static final Adapter COURIER = new Adapter() {
        @Override
        public String name() {
            return "courier";
        }

        @Override
        public Vendor vendor() {
            return new Vendor("Courier Ltd", "carries", List.of("eu"), true, List.of("courier.example"), "BAA-2");
        }
    };

    private final Consumer<UUID> arrival;
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();

    /**
     * With somebody who watches.
     *
     * @param arrival told of the parcel when the vendor gets it
     */
    CourierModule(Consumer<UUID> arrival) {
        this.arrival = arrival;
    }

    static Disclosure disclosure(UUID parcel) {
        return Disclosure.of("Parcel", parcel, COURIER, BYTES, SHA256);
    }

    /** What jobs were refused by the core. */
    Queue<String> oddities() {
        return oddities;
    }

    @Override
    public String name() {
        return "courier";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), CourierModule.class);
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
                routes.post("/v1/parcels/{id}", Access.phi(Action.CREATE, "Parcel"), CourierModule.this::send);
                routes.post("/v1/parcels/{id}/lost", Access.phi(Action.CREATE, "Parcel"), CourierModule.this::lose);
                routes.post("/v1/parcels/{id}/late", Access.phi(Action.CREATE, "Parcel"), CourierModule.this::late);
                routes.get("/v1/parcels/{id}", Access.phi(Action.READ, "Parcel"), CourierModule.this::send);
                routes.post("/v1/parcels/{id}/by-job", Access.phi(Action.CREATE, "Parcel"), CourierModule::leave);
            }

            @Override
            public List<JobType> jobs() {
                return List.of(new JobType("courier.send", 1, 3, Duration.ofSeconds(1), CourierModule.this::run));
            }
        };
    }

    private Reply send(Call call) {
        UUID parcel = call.id("id");
        call.disclose(disclosure(parcel));
        arrival.accept(parcel);
        return Reply.ok(parcel).about(parcel);
    }

    /** The vendor has it, and then the request fails. */
    private Reply lose(Call call) {
        send(call);
        throw Refusal.conflict("lost", "The parcel is lost.");
    }

    /** Holds the chain already. */
    private Reply late(Call call) {
        call.scope().audit(Touch.of(Action.READ, "Parcel", call.id("id")), Map.of());
        return send(call);
    }

    private static Reply leave(Call call) {
        call.scope().enqueue("courier.send", call.id("id"));
        return Reply.accepted();
    }

    private void run(JobRun run) {
        try {
            run.inScope(Touch.of(Action.READ, "Parcel", run.subject()), Map.of(), scope -> {
                run.disclose(disclosure(run.subject()));
                return scope;
            });
        } catch (IllegalStateException e) {
            oddities.add(String.valueOf(e.getMessage()));
        }
        run.disclose(disclosure(run.subject()));
        arrival.accept(run.subject());
    }
}
