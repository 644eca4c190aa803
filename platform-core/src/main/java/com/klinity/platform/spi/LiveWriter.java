package com.klinity.platform.spi;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body from reads of the account that happen while it is sent. */
@FunctionalInterface
public interface LiveWriter {

    /**
     * Writes everything and returns.
     *
     * @param reads the account of the call
     * @throws IOException when the caller is gone
     */
    void writeTo(OutputStream out, Reads reads) throws IOException;
}
