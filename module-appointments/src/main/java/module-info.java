/**
 * Patients, their appointments, and whether an appointment may be recorded.
 *
 * <p>{@code com.klinity.appointments.api} is what the features after it on the PHI line see; nothing else is exported.
 *
 * @provides com.klinity.platform.spi.FeatureModule the feature {@code appointments}
 */
module com.klinity.appointments {
    requires transitive com.klinity.platform;

    exports com.klinity.appointments.api;

    // Bodies are read into, and answers written from, records of this package.
    opens com.klinity.appointments to
            com.klinity.platform,
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.appointments.AppointmentsModule;
}
