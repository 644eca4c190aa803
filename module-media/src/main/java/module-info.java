/**
 * Recordings: audio of an appointment, taken in as a stream, kept in a blob store, given out in ranges.
 *
 * <p>{@code com.klinity.media.spi} is what a store implements, {@code com.klinity.media.api} what later features on the
 * PHI line read.
 *
 * @provides com.klinity.platform.spi.FeatureModule the feature {@code media}
 */
module com.klinity.media {
    requires com.klinity.appointments;
    requires transitive com.klinity.platform;
    requires static transitive org.jspecify;

    exports com.klinity.media.api;
    exports com.klinity.media.spi;

    opens com.klinity.media to
            com.klinity.platform,
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.media.MediaModule;
}
