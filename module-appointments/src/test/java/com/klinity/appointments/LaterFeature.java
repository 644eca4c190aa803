package com.klinity.appointments;

import com.klinity.appointments.api.Appointments;
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

/** A feature after appointments that shows what it is told. */
final class LaterFeature implements FeatureModule {

    static final String APPOINTMENT = "/v1/told/appointments/";
    static final String PATIENT = "/v1/told/patients/";

    @Override
    public String name() {
        return "later";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("appointments");
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), LaterFeature.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return new Told(context.require(Appointments.class));
    }

    private record Told(Appointments appointments) implements Feature {

        @Override
        public void routes(Routes routes) {
            routes.get(APPOINTMENT + "{id}", Access.phi(Action.READ, "Appointment"), this::appointment);
            routes.get(PATIENT + "{id}", Access.phi(Action.READ, "Patient"), this::patient);
        }

        private Reply appointment(Call call) {
            return Reply.ok(appointments.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound))
                    .about(call.id("id"));
        }

        private Reply patient(Call call) {
            return Reply.ok(appointments.patient(call.scope(), call.id("id")).orElseThrow(Refusal::notFound))
                    .about(call.id("id"));
        }
    }
}
