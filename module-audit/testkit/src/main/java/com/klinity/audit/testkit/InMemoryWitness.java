package com.klinity.audit.testkit;

import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.CheckpointName;
import com.klinity.audit.spi.WitnessFailure;
import com.klinity.audit.spi.WitnessFailure.Code;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A witness for tests that keeps the whole contract and can be told to fail, or to have been tampered with. Closing it
 * does nothing. Safe for many threads.
 */
public final class InMemoryWitness implements AuditWitness {

    private final ConcurrentNavigableMap<Long, byte[]> kept = new ConcurrentSkipListMap<>();
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable Code failure;

    /** Empty. */
    public InMemoryWitness() {}

    /** From now on every call fails. */
    public void failWith(Code code) {
        failure = code;
    }

    /** From now on calls succeed again. */
    public void recover() {
        failure = null;
    }

    /** How often it was asked for its last checkpoint, as a server does first in each round; failures count. */
    public long asked() {
        return asked.get();
    }

    /** What a witness must not do: lose a checkpoint. */
    public void forget(long number) {
        kept.remove(number);
    }

    /** What a witness must not do: hold other bytes than it was given. */
    public void replace(long number, byte[] document) {
        kept.put(number, document.clone());
    }

    @Override
    public void keep(long number, byte[] document) {
        CheckpointName.of(number);
        failWhenTold();
        byte[] first = kept.putIfAbsent(number, document.clone());
        if (first != null && !Arrays.equals(first, document)) {
            throw new WitnessFailure(Code.CONFLICT, "checkpoint " + number + " is kept with other bytes");
        }
    }

    @Override
    public OptionalLong last() {
        asked.incrementAndGet();
        failWhenTold();
        return kept.keySet().stream().mapToLong(Long::longValue).max();
    }

    @Override
    public Optional<byte[]> read(long number) {
        failWhenTold();
        return Optional.ofNullable(kept.get(number)).map(byte[]::clone);
    }

    @Override
    public void close() {}

    private void failWhenTold() {
        Code code = failure;
        if (code != null) {
            throw new WitnessFailure(code, "the witness was told to fail");
        }
    }
}
