package com.klinity.media.filesystem;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;

/** The key that the accounts' keys are wrapped with. */
final class MasterKey {

    static final String FILE = "master.keyset";

    private static final Configuration CIPHERS = AeadConfig2026.get();

    private MasterKey() {}

    /** Reads it, or makes it where nothing was ever wrapped. */
    static Aead in(PrivateFolder keys) {
        try {
            return handle(keys).getPrimitive(CIPHERS, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new BlobFailure(Code.CORRUPT, "the master key " + keys.path().resolve(FILE) + " is not readable", e);
        }
    }

    private static KeysetHandle handle(PrivateFolder keys) throws GeneralSecurityException {
        try {
            byte[] bytes = Files.readAllBytes(keys.path().resolve(FILE));
            return TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), CIPHERS);
        } catch (NoSuchFileException e) {
            return make(keys);
        } catch (IOException e) {
            throw Disk.failure(e);
        }
    }

    private static KeysetHandle make(PrivateFolder keys) throws GeneralSecurityException {
        if (!Disk.read(keys::files).isEmpty()) {
            throw new BlobFailure(
                    Code.CORRUPT,
                    "the master key " + keys.path().resolve(FILE) + " is missing while keys of accounts are there;"
                            + " bring it back from a backup");
        }
        KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS);
        byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get(), CIPHERS);
        Disk.change(() -> keys.write(FILE, bytes));
        return fresh;
    }
}
