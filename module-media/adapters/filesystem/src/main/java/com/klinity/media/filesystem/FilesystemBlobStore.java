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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects in {@code objects/<account>/<id>}, keys in {@code keys}, tombstones in {@code erased}, unfinished objects in
 * {@code incoming} on the same disk, from where a rename makes them count.
 */
final class FilesystemBlobStore implements BlobStore {

    static final String FOLDER = "media";

    private final FolderLock lock;
    private final AccountKeys keys;
    private final PrivateFolder incoming;
    private final PrivateFolder objects;
    private final Tombstones tombstones;
    private final FreeSpace room;
    private final AccountLocks locks = new AccountLocks();
    private final Set<UnfinishedObject> underWay = ConcurrentHashMap.newKeySet();

    private FilesystemBlobStore(FolderLock lock, PrivateFolder root, long keepFree) throws IOException {
        this.lock = lock;
        this.room = new FreeSpace(root.path(), keepFree);
        this.tombstones = new Tombstones(PrivateFolder.in(root.path(), "erased"));
        this.keys = new AccountKeys(PrivateFolder.in(root.path(), "keys"), tombstones);
        this.incoming = PrivateFolder.in(root.path(), "incoming");
        this.objects = PrivateFolder.in(root.path(), "objects");
        incoming.empty();
    }

    /** Below that folder, leaving so many bytes of its disk free. */
    static BlobStore open(Path data, long keepFree) {
        return Disk.read(() -> {
            PrivateFolder root = PrivateFolder.in(data, FOLDER);
            FolderLock lock = FolderLock.of(root);
            try {
                return new FilesystemBlobStore(lock, root, keepFree);
            } catch (IOException | BlobFailure e) {
                lock.close();
                throw e;
            }
        });
    }

    @Override
    public BlobReceipt put(BlobKey key, InputStream content) throws IOException {
        UnfinishedObject unfinished = locks.appearing(key.account(), () -> begin(key.account()));
        try {
            long bytes = write(new EncryptedObject(unfinished.cipher(), key), content, unfinished);
            locks.appearing(key.account(), () -> publish(unfinished, key));
            return new BlobReceipt(bytes);
        } finally {
            underWay.remove(unfinished);
            unfinished.remove();
        }
    }

    private UnfinishedObject begin(UUID account) {
        room.require();
        StreamingAead cipher = keys.findOrMake(account);
        String name = UUID.randomUUID() + ".part";
        DiskChannel file = new DiskChannel(Disk.read(() -> incoming.create(name)));
        UnfinishedObject unfinished =
                new UnfinishedObject(account, incoming.path().resolve(name), cipher, file, room);
        underWay.add(unfinished);
        return unfinished;
    }

    private static long write(EncryptedObject object, InputStream content, UnfinishedObject unfinished)
            throws IOException {
        try (unfinished) {
            long bytes = object.write(content, unfinished);
            unfinished.force();
            return bytes;
        }
    }

    private Path publish(UnfinishedObject finished, BlobKey key) {
        finished.requireAlive();
        if (!finished.cipher().equals(keys.find(key.account()))) {
            throw UnfinishedObject.erased();
        }
        PrivateFolder folder =
                Disk.read(() -> PrivateFolder.in(objects.path(), key.account().toString()));
        Disk.change(() -> folder.take(finished.path(), key.id().toString()));
        return folder.path();
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

    /** Only the first step holds anybody up; behind the tombstone nothing new can appear. */
    @Override
    public void eraseAccount(UUID account) {
        locks.erasing(account, () -> {
            Disk.change(() -> tombstones.put(account));
            keys.destroy(account);
        });
        underWay.stream().filter(put -> put.isOf(account)).forEach(UnfinishedObject::erase);
        PrivateFolder folder = folder(account);
        if (Files.exists(folder.path())) {
            Disk.change(folder::empty);
            Disk.change(() -> objects.remove(account.toString()));
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
