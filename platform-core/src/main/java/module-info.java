/**
 * The core of Klinity: it loads feature modules, turns their declarations into behaviour, and alone decides whether
 * something happens, for whom, and what is written down about it.
 *
 * <p>{@code com.klinity.platform} starts a server; {@code com.klinity.platform.spi} is what features and adapters see.
 *
 * @uses com.klinity.platform.spi.FeatureModule one a feature module
 * @provides java.net.spi.InetAddressResolverProvider so that no caller's name is looked up
 */
module com.klinity.platform {
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires io.helidon.config.mp;
    requires io.helidon.common.configurable;
    requires io.helidon.common.pki;
    requires io.helidon.common.tls;
    requires io.helidon.http;
    requires io.helidon.webserver;
    requires java.net.http;
    requires java.sql;
    requires microprofile.config.api;
    requires org.postgresql.jdbc;
    requires org.tukaani.xz;
    requires static transitive org.jspecify;
    requires tools.jackson.databind;

    exports com.klinity.platform;
    exports com.klinity.platform.spi;

    opens com.klinity.platform.erasure to
            tools.jackson.databind;

    uses com.klinity.platform.spi.FeatureModule;

    provides java.net.spi.InetAddressResolverProvider with
            com.klinity.platform.server.CallersAreNotLookedUp;
}
