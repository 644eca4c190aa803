package com.klinity.platform.server;

import java.io.IOException;
import java.io.OutputStream;

/** What a writer writes to: passes everything on until its stream is cut. Closing is the core's, at a good end only. */
final class GuardedOutput extends OutputStream {

    private final OutputStream out;
    private final OpenStream stream;

    GuardedOutput(OutputStream out, OpenStream stream) {
        this.out = out;
        this.stream = stream;
    }

    @Override
    public void write(int value) throws IOException {
        stream.requireUncut();
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.requireUncut();
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        stream.requireUncut();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
