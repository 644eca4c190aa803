package com.klinity.platform.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends with a failure once its account may no longer act. Closing it leaves the source open. */
final class CutInput extends FilterInputStream {

    private final OpenStream stream;
    private final Runnable ended;

    CutInput(InputStream body, OpenStream stream, Runnable ended) {
        super(body);
        this.stream = stream;
        this.ended = ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** The watch ends with the body: what is done with it then must not be interrupted. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        stream.requireUncut();
        int read = in.read(buffer, offset, length);
        if (read < 0) {
            ended.run();
        }
        stream.requireUncut();
        return read;
    }

    boolean isCut() {
        return stream.isCut();
    }

    @Override
    public void close() {
        ended.run();
    }
}
