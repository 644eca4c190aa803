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

    private static final String KEEP_FREE = "klinity.filesystem.keep-free";
    private static final long ONE_GIB = 1L << 30;

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
        long keepFree = keepFree(settings);
        try {
            return FilesystemBlobStore.open(data, keepFree);
        } catch (BlobFailure e) {
            throw new StartFailure(
                    "the recordings in " + data.resolve(FilesystemBlobStore.FOLDER) + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static long keepFree(Settings settings) {
        String text = settings.text(KEEP_FREE, Long.toString(ONE_GIB));
        if (!text.matches("\\d{1,18}")) {
            settings.fault(KEEP_FREE, "must be a whole number of bytes from 0");
            return ONE_GIB;
        }
        return Long.parseLong(text);
    }
}
