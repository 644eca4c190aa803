package com.klinity.media.filesystem;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** One key an account, wrapped by the master key and bound to the account. Safe for many threads. */
final class AccountKeys {

    /**
     * A range decrypts whole segments and a stream buffers two. With 64 KiB a short range costs a sixth of what it
     * costs with 1 MiB, and the throughput is the same; with 4 KiB that is half.
     */
    private static final int SEGMENT = 1 << 16;

    private static final int KEY = 32;

    private static final Configuration CIPHERS = StreamingAeadConfig2026.get();

    private final PrivateFolder folder;
    private final Tombstones tombstones;
    private final Aead master;
    private final ConcurrentMap<UUID, StreamingAead> known = new ConcurrentHashMap<>();

    AccountKeys(PrivateFolder folder, Tombstones tombstones) {
        this.folder = folder;
        this.tombstones = tombstones;
        this.master = MasterKey.in(folder);
    }

    /** Null when the account has none, or must have none: a key that a backup brought back counts for nothing. */
    @Nullable
    StreamingAead find(UUID account) {
        return tombstones.has(account) ? null : known.computeIfAbsent(account, this::load);
    }

    StreamingAead findOrMake(UUID account) {
        if (tombstones.has(account)) {
            throw UnfinishedObject.erased();
        }
        return known.computeIfAbsent(account, this::loadOrMake);
    }

    /** Nothing that was encrypted with it can be read from now on. */
    void destroy(UUID account) {
        known.compute(account, (id, key) -> {
            Disk.change(() -> folder.shred(file(id)));
            return null;
        });
    }

    private StreamingAead loadOrMake(UUID account) {
        StreamingAead key = load(account);
        return key != null ? key : make(account);
    }

    private @Nullable StreamingAead load(UUID account) {
        try {
            byte[] wrapped = Files.readAllBytes(folder.path().resolve(file(account)));
            return usable(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, boundTo(account), CIPHERS));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw Disk.failure(e);
        } catch (GeneralSecurityException e) {
            throw new BlobFailure(Code.CORRUPT, "an account's key does not open with the master key", e);
        }
    }

    private StreamingAead make(UUID account) {
        try {
            KeysetHandle fresh = KeysetHandle.generateNew(parameters(), CIPHERS);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, master, boundTo(account), CIPHERS);
            Disk.change(() -> folder.write(file(account), wrapped));
            return usable(fresh);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM-HKDF streaming is not available", e);
        }
    }

    private static StreamingAead usable(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(CIPHERS, StreamingAead.class);
    }

    private static AesGcmHkdfStreamingParameters parameters() throws GeneralSecurityException {
        return AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(KEY)
                .setDerivedAesGcmKeySizeBytes(KEY)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT)
                .build();
    }

    private static String file(UUID account) {
        return account + ".keyset";
    }

    private static byte[] boundTo(UUID account) {
        return ("klinity media key " + account).getBytes(StandardCharsets.US_ASCII);
    }
}
