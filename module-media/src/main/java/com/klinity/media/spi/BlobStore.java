package com.klinity.media.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Keeps objects: written once as a stream, read in ranges, removed with their account.
 *
 * <p>Objects are encrypted before they reach a disk (45 CFR §164.312(a)(2)(iv)), whatever the disk does by itself, and
 * memory use does not grow with an object's length.
 *
 * <p>Safe for many threads. Every method may block, and a thread that is interrupted while it blocks may get {@link
 * BlobFailure.Code#UNAVAILABLE}. Failures of the store are {@link BlobFailure}s.
 */
public interface BlobStore extends AutoCloseable {

    /**
     * Stores everything the stream gives, and takes the place of an object that has the key already.
     *
     * <p>All or nothing: until this method returns, and for ever if it throws or the process dies, the key shows what
     * it showed before. When it returns the object is durable. Of concurrent puts under one key one wins as a whole.
     *
     * @param content read to its end by the calling thread, and not closed
     * @throws IOException what {@code content} threw; its unchecked exceptions pass through as well
     * @throws BlobFailure {@code NO_SPACE}, {@code UNAVAILABLE}, {@code DENIED}, {@code CORRUPT} when the account's key
     *     cannot be read, {@code ERASED} when the account was erased, before or meanwhile
     */
    BlobReceipt put(BlobKey key, InputStream content) throws IOException;

    /**
     * Opens an object for reading. The cost does not depend on the offset. A reader that was opened before the object
     * is replaced or deleted reads the old bytes to their end or fails; it never mixes them with others.
     *
     * <p>The stream is for one thread. Its methods throw {@link BlobFailure} where the store fails, {@code CORRUPT}
     * before they hand out a byte that was not put; so an end of the stream is the object's real end. The caller closes
     * it.
     *
     * @param offset how many bytes to skip, from 0; at the object's end or past it the stream is empty
     * @throws BlobFailure {@code NOT_FOUND}, {@code CORRUPT}, {@code UNAVAILABLE}, {@code DENIED}
     */
    InputStream open(BlobKey key, long offset);

    /**
     * Removes an object. Nothing happens when there is none, so it can be repeated.
     *
     * @throws BlobFailure {@code UNAVAILABLE}, {@code DENIED}; whether the object is still there is then unknown
     */
    void delete(BlobKey key);

    /**
     * Removes everything of an account, for good. In this order: a tombstone is made durable that no put of the account
     * gets past; the key is destroyed that the account's objects are encrypted with, so that copies in backups become
     * unreadable too; then objects go, and the parts of those that are being put. Can be repeated, also after a failure
     * in the middle, and for an account that never put anything.
     *
     * <p>When this returns nothing of the account is there, and nothing comes back, not even for a moment, whatever puts
     * were under way: those fail with {@code ERASED} at the next byte that they would have written. An account's id is
     * never given to anybody again, so a tombstone stays for ever; it must not show the id.
     *
     * <p>A store without locks keeps to this by conditional writes: a put makes the account's key only where neither key
     * nor tombstone is, writes its object only if it is not there, and looks at the tombstone before the object becomes
     * visible and once more afterwards, removing its object where it finds one; who erases writes the tombstone first
     * and lists afterwards. What is visible in between is encrypted with a key that is gone.
     *
     * @throws BlobFailure {@code UNAVAILABLE}, {@code DENIED}; repeat it
     */
    void eraseAccount(UUID account);

    /** Lets go of what the store holds open. Called once, when no other call is under way. */
    @Override
    void close();
}
