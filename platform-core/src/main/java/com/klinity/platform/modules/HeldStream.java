package com.klinity.platform.modules;

import com.klinity.platform.database.OnlySql;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What an adapter streams; refused while the reading thread has a transaction open. */
final class HeldStream extends FilterInputStream {

    HeldStream(InputStream ofAdapter) {
        super(ofAdapter);
    }

    private static void refuseInside() {
        OnlySql.refuse("reading a stream of an adapter");
    }

    @Override
    public int read() throws IOException {
        refuseInside();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        refuseInside();
        return super.read(buffer, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        refuseInside();
        return super.skip(count);
    }
}
