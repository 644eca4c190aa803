package com.klinity.media.filesystem;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the moments apart in which an account's key or object appears, and the one in which the account is erased. Held
 * briefly, since accounts share locks. One process has the folder, so locks in memory are enough.
 */
final class AccountLocks {

    private static final int STRIPES = 64;

    private final List<ReadWriteLock> stripes = Stream.<ReadWriteLock>generate(ReentrantReadWriteLock::new)
            .limit(STRIPES)
            .toList();

    /** What makes something of the account appear. */
    <T> T appearing(UUID account, Supplier<T> work) {
        return in(stripe(account).readLock(), work);
    }

    /** What ends it for good. */
    void erasing(UUID account, Runnable work) {
        in(stripe(account).writeLock(), () -> {
            work.run();
            return account;
        });
    }

    private static <T> T in(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private ReadWriteLock stripe(UUID account) {
        return stripes.get(Math.floorMod(account.hashCode(), STRIPES));
    }
}
