package com.klinity.audit.archive;

import com.klinity.audit.spi.AuditWitness;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;

/** A witness that keeps what it is given as long as the test runs. */
final class KeptDocuments implements AuditWitness {

    private final ConcurrentSkipListMap<Long, byte[]> documents = new ConcurrentSkipListMap<>();

    @Override
    public void keep(long number, byte[] document) {
        documents.put(number, document.clone());
    }

    @Override
    public OptionalLong last() {
        return documents.isEmpty() ? OptionalLong.empty() : OptionalLong.of(documents.lastKey());
    }

    @Override
    public Optional<byte[]> read(long number) {
        return Optional.ofNullable(documents.get(number)).map(byte[]::clone);
    }

    @Override
    public void close() {}
}
