package com.klinity.appointments;

import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** The feature's tables as they were before consent had a history. */
final class EarlierAppointments implements FeatureModule {

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
        return new Schema(name(), List.of("V1__patients_and_appointments.sql"), AppointmentsModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind(
                "Appointments",
                true,
                "While the account is active",
                List.of("appointments.appointments", "appointments.patient_words", "appointments.patients")));
    }

    @Override
    public Feature open(FeatureContext context) {
        return routes -> {};
    }
}
