package com.klinity.appointments;

import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.appointments.api.Holdings;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the feature {@code appointments}. */
public final class AppointmentsModule implements FeatureModule {

    private static final String RETENTION = "While the account is active";

    /** Called by the service loader. */
    public AppointmentsModule() {}

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(
                name(),
                List.of(
                        "V1__patients_and_appointments.sql",
                        "V2__consents.sql",
                        "V3__names_told_apart.sql",
                        "V4__told_of_machines.sql"),
                AppointmentsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(
                new DataKind(
                        "Appointments", true, RETENTION, List.of("appointments.consents", "appointments.appointments")),
                new DataKind(
                        "Patients",
                        true,
                        RETENTION,
                        List.of("appointments.patient_words", "appointments.list_keys", "appointments.patients")));
    }

    @Override
    public Feature open(FeatureContext context) {
        AllHoldings holdings = new AllHoldings();
        context.share(Appointments.class, new Cards());
        context.share(Consents.class, new StoredConsents());
        context.share(Holdings.class, holdings);
        ConsentHistory history = new ConsentHistory(holdings);
        return new AppointmentsFeature(
                new PatientRoutes(new Removal(holdings), context.clock()),
                new AppointmentRoutes(history, holdings, context.clock()),
                new ConsentRoutes(history, context.clock()));
    }
}
