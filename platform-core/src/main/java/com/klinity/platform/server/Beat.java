package com.klinity.platform.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A body that tells, while it arrives, that it still does. */
final class Beat extends FilterInputStream {

    /** How often an upload is heard of. */
    static final Duration EVERY = Duration.ofSeconds(10);

    private final Duration every;
    private final BooleanSupplier urgent;
    private final Runnable told;
    private long last = System.nanoTime();

    /**
     * One that tells.
     *
     * @param urgent whether to tell at the next bytes, whatever the time is
     */
    Beat(InputStream body, Duration every, BooleanSupplier urgent, Runnable told) {
        super(body);
        this.every = every;
        this.urgent = urgent;
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (urgent.getAsBoolean() || System.nanoTime() - last >= every.toNanos()) {
            told.run();
            last = System.nanoTime();
        }
        return read;
    }
}
