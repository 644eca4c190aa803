package com.klinity.platform.spi;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids whose order is their time of creation to the millisecond (RFC 9562 §5.7). Safe for many threads. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** A new id of that moment. */
    public static UUID at(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
