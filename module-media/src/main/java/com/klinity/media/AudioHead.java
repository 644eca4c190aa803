package com.klinity.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of an audio file. */
final class AudioHead {

    private final byte[] bytes;

    AudioHead(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** Whether that text stands there. */
    boolean has(int offset, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        int end = offset + wanted.length;
        return end <= bytes.length && Arrays.equals(bytes, offset, end, wanted, 0, wanted.length);
    }

    /** Whether that text stands anywhere before the end. */
    boolean hasWithin(int end, String ascii) {
        for (int offset = 0; offset + ascii.length() <= end; offset++) {
            if (has(offset, ascii)) {
                return true;
            }
        }
        return false;
    }

    /** One byte, 0 to 255; 0 past the end. */
    int at(int offset) {
        return offset < bytes.length ? bytes[offset] & 0xff : 0;
    }

    /** An unsigned number of four bytes, the lowest first; missing bytes count as 0. */
    long littleEndian(int offset) {
        return at(offset) | (at(offset + 1) << 8) | (at(offset + 2) << 16) | ((long) at(offset + 3) << 24);
    }
}
