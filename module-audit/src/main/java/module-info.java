/**
 * The audit log for those it is about: listed, exported as CSV, and verified (45 CFR §164.312(b)).
 *
 * <p>Entries are written by the platform alone; this module only reads them.
 *
 * @provides com.klinity.platform.spi.FeatureModule the feature {@code audit}
 */
module com.klinity.audit {
    requires transitive com.klinity.platform;

    exports com.klinity.audit.archive;
    exports com.klinity.audit.spi;
    exports com.klinity.audit.verification;

    opens com.klinity.audit to
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.audit.AuditModule;
}
