/**
 * What every transcription engine is tested with: the contract, a measure of word errors, and recordings made on the
 * spot. For tests only.
 */
module com.klinity.transcription.testkit {
    requires static transitive org.jspecify;
    requires transitive com.klinity.transcription;
    requires transitive org.junit.jupiter.api;

    exports com.klinity.transcription.testkit;
}
