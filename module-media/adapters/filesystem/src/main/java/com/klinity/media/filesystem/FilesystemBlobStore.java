package com.klinity.media.filesystem;

import com.google.crypto.tink.StreamingAead;
import com.klinity.media.spi.BlobFailure;
import com.klinity.media.spi.BlobFailure.Code;
import com.klinity.media.spi.BlobKey;
import com.klinity.media.spi.BlobReceipt;
import com.klinity.media.spi.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Objects in {@code objects/<account>/<id>}, keys in {@code keys}, unfinished objects in {@code incoming} on the same
 * disk, from where a rename makes them count.
 */
final class FilesystemBlobStore implements BlobStore {

    static final String FOLDER = "media";

    private final FolderLock lock;
    private final AccountKeys keys;
    private final PrivateFolder incoming;
    private final PrivateFolder objects;

    /** Held for writing while an account is erased, so that no put finishes under a key that is gone. */
    private final ReadWriteLock erasing = new ReentrantReadWriteLock();

    private FilesystemBlobStore(FolderLock lock, PrivateFolder root) throws IOException {
        this.lock = lock;
        this.keys = new AccountKeys(PrivateFolder.in(root.path(), "keys"));
        this.incoming = PrivateFolder.in(root.path(), "incoming");
        this.objects = PrivateFolder.in(root.path(), "objects");
        incoming.empty();
    }

    static BlobStore open(Path data) {
        return Disk.read(() -> {
            PrivateFolder root = PrivateFolder.in(data, FOLDER);
            FolderLock lock = FolderLock.of(root);
            try {
                return new FilesystemBlobStore(lock, root);
            } catch (IOException | BlobFailure e) {
                lock.close();
                throw e;
            }
        });
    }

    @Override
    public BlobReceipt put(BlobKey key, InputStream content) throws IOException {
        StreamingAead cipher = keys.findOrMake(key.account());
        String name = UUID.randomUUID() + ".part";
        Path unfinished = incoming.path().resolve(name);
        try {
            long bytes = write(new EncryptedObject(cipher, key), content, name);
            publish(unfinished, key, cipher);
            return new BlobReceipt(bytes);
        } finally {
            Disk.change(() -> Files.deleteIfExists(unfinished));
        }
    }

    private long write(EncryptedObject object, InputStream content, String name) throws IOException {
        try (DiskChannel file = new DiskChannel(Disk.read(() -> incoming.create(name)))) {
            long bytes = object.write(content, file);
            file.force();
            return bytes;
        }
    }

    private void publish(Path finished, BlobKey key, StreamingAead cipher) {
        erasing.readLock().lock();
        try {
            if (!cipher.equals(keys.find(key.account()))) {
                throw new BlobFailure(Code.NOT_FOUND, "the account was erased");
            }
            Disk.change(() -> PrivateFolder.in(objects.path(), key.account().toString())
                    .take(finished, key.id().toString()));
        } finally {
            erasing.readLock().unlock();
        }
    }

    @Override
    public InputStream open(BlobKey key, long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset);
        }
        StreamingAead cipher = keys.find(key.account());
        if (cipher == null) {
            throw new BlobFailure(Code.NOT_FOUND, "there is no such object");
        }
        DiskChannel file = new DiskChannel(Disk.read(() ->
                FileChannel.open(folder(key.account()).path().resolve(key.id().toString()), StandardOpenOption.READ)));
        try {
            return new DecryptedInput(new EncryptedObject(cipher, key), file, offset);
        } catch (IOException e) {
            file.close();
            throw new BlobFailure(Code.CORRUPT, "the object cannot be decrypted", e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        Disk.change(() -> folder(key.account()).remove(key.id().toString()));
    }

    @Override
    public void eraseAccount(UUID account) {
        erasing.writeLock().lock();
        try {
            keys.destroy(account);
            PrivateFolder folder = folder(account);
            if (Files.exists(folder.path())) {
                Disk.change(folder::empty);
                Disk.change(() -> objects.remove(account.toString()));
            }
        } finally {
            erasing.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private PrivateFolder folder(UUID account) {
        return new PrivateFolder(objects.path().resolve(account.toString()));
    }
}
