package com.klinity.transcription.sphinx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the little-endian fields of a RIFF file. An end in the middle is an {@link EOFException}. */
final class RiffReader {
    private final InputStream bytes;
    private long position;

    RiffReader(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Bytes read so far. */
    long position() {
        return position;
    }

    String name() throws IOException {
        return new String(next(4), StandardCharsets.ISO_8859_1);
    }

    int unsigned16() throws IOException {
        byte[] field = next(2);
        return (field[0] & 0xFF) | (field[1] & 0xFF) << 8;
    }

    long unsigned32() throws IOException {
        return unsigned16() | (long) unsigned16() << 16;
    }

    void skip(long count) throws IOException {
        bytes.skipNBytes(count);
        position += count;
    }

    private byte[] next(int size) throws IOException {
        byte[] field = bytes.readNBytes(size);
        if (field.length < size) {
            throw new EOFException();
        }
        position += size;
        return field;
    }
}
