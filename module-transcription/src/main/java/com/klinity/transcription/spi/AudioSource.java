package com.klinity.transcription.spi;

import java.io.IOException;
import java.io.InputStream;

/** A recording, readable more than once. The bytes are the same each time. */
public interface AudioSource {
    /**
     * The media type that was declared, by the name that is usual here. Engines judge by the bytes where they can.
     *
     * @return one of those that {@link TranscriptionEngine#mediaTypes} lists
     */
    String contentType();

    /**
     * The size of what {@link #open()} delivers.
     *
     * @return bytes, 0 or more
     */
    long length();

    /**
     * Opens the recording at its beginning. Reading may block.
     *
     * @return a stream that the caller closes
     * @throws IOException when the recording cannot be read; engines report it as {@code UNREADABLE_AUDIO}
     */
    InputStream open() throws IOException;
}
