package com.klinity.platform.spi;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body while it is sent. Holds nothing open before it is called. */
@FunctionalInterface
public interface StreamWriter {

    /** Writes everything and returns. The stream is closed by the core. */
    void writeTo(OutputStream out) throws IOException;
}
