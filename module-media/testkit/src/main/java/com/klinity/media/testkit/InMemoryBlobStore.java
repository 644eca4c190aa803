package com.klinity.media.testkit;

import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobReceipt;
import com.klinity.media.spi.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store for tests that keeps the whole contract, encryption included, and can be told to fail. Objects are held in
 * memory, so it is not for long ones. Closing it does nothing. Safe for many threads.
 */
public final class InMemoryBlobStore implements BlobStore, StoredBytes {

    private final Queue<Runnable> duringPut = new ConcurrentLinkedQueue<>();
    private final Set<UUID> erased = ConcurrentHashMap.newKeySet();
    private final Map<UUID, AccountCipher> ciphers = new ConcurrentHashMap<>();
    private final Map<BlobKey, byte[]> objects = new ConcurrentHashMap<>();
    private volatile @Nullable Code failure;
    private volatile boolean keeps;

    /** Empty. */
    public InMemoryBlobStore() {}

    /** From now on every call fails. */
    public void failWith(Code code) {
        failure = code;
    }

    /** Whether removing fails, while everything else works. */
    public void failDeletes(boolean fail) {
        keeps = fail;
    }

    /** From now on calls succeed again. */
    public void recover() {
        failure = null;
    }

    /** Runs that once, in the middle of the next put, on its thread. */
    public void duringNextPut(Runnable event) {
        duringPut.add(event);
    }

    /** Ids of the objects it holds of an account. */
    public Set<UUID> objectsOf(UUID account) {
        return objects.keySet().stream()
                .filter(key -> key.account().equals(account))
                .map(BlobKey::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public BlobReceipt put(BlobKey key, InputStream content) throws IOException {
        failWhenTold();
        AccountCipher cipher = ciphers.computeIfAbsent(key.account(), this::newCipher);
        byte[] bytes = content.readAllBytes();
        Runnable event = duringPut.poll();
        if (event != null) {
            event.run();
        }
        byte[] sealed = cipher.seal(key, bytes);
        ciphers.compute(key.account(), (account, current) -> {
            if (!cipher.equals(current)) {
                throw new BlobFailure(Code.ERASED, "the account was erased");
            }
            objects.put(key, sealed);
            return current;
        });
        return new BlobReceipt(bytes.length);
    }

    @Override
    public InputStream open(BlobKey key, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset);
        }
        failWhenTold();
        AccountCipher cipher = ciphers.get(key.account());
        byte[] sealed = objects.get(key);
        if (cipher == null || sealed == null) {
            throw new BlobFailure(Code.NOT_FOUND, "there is no such object");
        }
        byte[] bytes = cipher.open(key, sealed);
        int start = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, start, bytes.length - start);
    }

    @Override
    public void delete(BlobKey key) {
        failWhenTold();
        if (keeps) {
            throw new BlobFailure(Code.UNAVAILABLE, "the store was told to keep everything");
        }
        objects.remove(key);
    }

    @Override
    public void eraseAccount(UUID account) {
        failWhenTold();
        ciphers.compute(account, (id, cipher) -> {
            erased.add(id);
            objects.keySet().removeIf(key -> key.account().equals(id));
            return null;
        });
    }

    @Override
    public byte[] read(BlobKey key) {
        byte[] sealed = objects.get(key);
        if (sealed == null) {
            throw new BlobFailure(Code.NOT_FOUND, "there is no such object");
        }
        return sealed.clone();
    }

    @Override
    public void write(BlobKey key, byte[] bytes) {
        objects.put(key, bytes.clone());
    }

    @Override
    public void close() {}

    private AccountCipher newCipher(UUID account) {
        if (erased.contains(account)) {
            throw new BlobFailure(Code.ERASED, "the account was erased");
        }
        return new AccountCipher();
    }

    private void failWhenTold() {
        Code code = failure;
        if (code != null) {
            throw new BlobFailure(code, "the store was told to fail");
        }
    }
}
