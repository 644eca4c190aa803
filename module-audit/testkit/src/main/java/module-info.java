/**
 * For tests of witnesses and of features that need one: the contract every witness passes, and a witness in memory.
 *
 * @provides com.klinity.audit.spi.AuditWitnessProvider the witness {@code memory}
 */
module com.klinity.audit.testkit {
    requires transitive com.klinity.audit;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports com.klinity.audit.testkit;

    provides com.klinity.audit.spi.AuditWitnessProvider with
            com.klinity.audit.testkit.InMemoryWitnessProvider;
}
