/**
 * Transcripts: recordings turned into timed, correctable text by a speech engine, in work that outlives the request.
 *
 * <p>{@code com.klinity.transcription.spi} is what an engine implements, {@code com.klinity.transcription.api} what later
 * features on the PHI line read.
 *
 * @provides com.klinity.platform.spi.FeatureModule the feature {@code transcription}
 */
module com.klinity.transcription {
    requires com.klinity.appointments;
    requires com.klinity.media;
    requires transitive com.klinity.platform;
    requires static transitive org.jspecify;

    exports com.klinity.transcription.api;
    exports com.klinity.transcription.spi;

    // Bodies and jsonb columns are read into, and answers written from, records of this package.
    opens com.klinity.transcription to
            com.klinity.platform,
            tools.jackson.databind;

    provides com.klinity.platform.spi.FeatureModule with
            com.klinity.transcription.TranscriptionModule;
}
