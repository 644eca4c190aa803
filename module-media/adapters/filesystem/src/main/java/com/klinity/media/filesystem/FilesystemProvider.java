package com.klinity.media.filesystem;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobStore;
import com.klinity.media.spi.BlobStoreProvider;
import com.klinity.platform.spi.Settings;
import com.klinity.platform.spi.StartFailure;
import com.klinity.platform.spi.Vendor;
import java.nio.file.Path;

/** Opens the store below the data folder. Its master key lies on the same disk, hence for evaluation only. */
public final class FilesystemProvider implements BlobStoreProvider {

    /** For the service loader. */
    public FilesystemProvider() {}

    @Override
    public String name() {
        return "filesystem";
    }

    @Override
    public Vendor vendor() {
        return Vendor.builtIn("Keeps recordings, encrypted", true);
    }

    @Override
    public BlobStore open(Settings settings) {
        settings.evaluationOnly("klinity.media.store", name());
        Path data = settings.dataDirectory();
        try {
            return FilesystemBlobStore.open(data);
        } catch (BlobFailure e) {
            throw new StartFailure(
                    "the recordings in " + data.resolve(FilesystemBlobStore.FOLDER) + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }
}
