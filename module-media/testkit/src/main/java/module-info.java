/**
 * For tests of stores and of features that need one: the contract every store passes, and a store in memory.
 *
 * @provides com.klinity.media.spi.BlobStoreProvider the store {@code memory}
 */
module com.klinity.media.testkit {
    requires transitive com.klinity.media;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports com.klinity.media.testkit;

    provides com.klinity.media.spi.BlobStoreProvider with
            com.klinity.media.testkit.InMemoryBlobStoreProvider;
}
