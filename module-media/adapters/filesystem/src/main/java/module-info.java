/**
 * Keeps recordings in encrypted files of this server, for evaluation. Exports nothing.
 *
 * @provides com.klinity.media.spi.BlobStoreProvider the store {@code filesystem}
 */
module com.klinity.media.filesystem {
    requires com.google.crypto.tink;
    requires com.klinity.media;
    requires static org.jspecify;

    provides com.klinity.media.spi.BlobStoreProvider with
            com.klinity.media.filesystem.FilesystemProvider;
}
