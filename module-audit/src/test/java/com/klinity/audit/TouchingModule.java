package com.klinity.audit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** A feature that leaves whatever entry it is asked for, and touches nothing. */
final class TouchingModule implements FeatureModule {

    static final UUID PATIENT = UUID.fromString("01a20283-5ad4-7b2e-8518-df21fcc289ab");

    private static final List<String> TYPES = List.of("Patient", "Appointment", "Recording", "Letter");

    @Override
    public String name() {
        return "touch";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), TouchingModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return TouchingModule::routes;
    }

    private static void routes(Routes routes) {
        for (Action action : Action.values()) {
            for (String type : TYPES) {
                String path = "/v1/touch/" + action.name().toLowerCase(Locale.ROOT) + "/" + type + "/{ids}";
                routes.post(path, Access.phi(action, type), call -> touched(call, type));
            }
        }
        routes.get("/v1/touch/refused", Access.phi(Action.READ, "Patient"), call -> {
            throw Refusal.notFound();
        });
    }

    private static Reply touched(Call call, String type) {
        Reply reply = Reply.noContent()
                .about(Stream.generate(UUID::randomUUID)
                        .limit(Long.parseLong(call.path("ids")))
                        .toList());
        return switch (type) {
            case "Letter" -> reply.detail("patient", PATIENT.toString());
            case "Recording" -> reply.detail("vendor", "Some Vendor");
            default -> reply;
        };
    }
}
