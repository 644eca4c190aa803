package com.klinity.media.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where its end would be. */
final class BrokenInput extends InputStream {

    private final InputStream bytes;
    private final IOException exception;

    BrokenInput(byte[] bytes, IOException exception) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.exception = exception;
    }

    @Override
    public int read() throws IOException {
        int read = bytes.read();
        if (read < 0) {
            throw exception;
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = bytes.read(buffer, offset, length);
        if (read < 0) {
            throw exception;
        }
        return read;
    }
}
