package com.klinity.media.testkit;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Never gives more than a few bytes at a time. */
final class TrickleInput extends FilterInputStream {

    private static final int MOST = 7;

    TrickleInput(byte[] bytes) {
        super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, MOST));
    }
}
