package com.klinity.platform.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the part of the ustar and GNU formats that PostgreSQL's archives use; anything else is an error. */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int MAX_LONG_NAME = 4096;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private long unread;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next entry, whatever was read of the present one. */
    Optional<TarEntry> next() throws IOException {
        return next("");
    }

    /** Copies what is left of the present entry's content. */
    void copyContent(OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        while (unread > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, unread));
            if (count < 0) {
                throw new EOFException("the tar archive ends inside a file");
            }
            out.write(buffer, 0, count);
            unread -= count;
        }
    }

    private Optional<TarEntry> next(String longName) throws IOException {
        in.skipNBytes(unread + padding);
        if (in.readNBytes(header, 0, BLOCK) != BLOCK) {
            throw new EOFException("the tar archive has no end mark");
        }
        if (header[0] == 0) {
            unread = 0;
            padding = 0;
            return Optional.empty();
        }
        if (!text(257, 5).equals("ustar")) {
            throw new IOException("not a tar archive");
        }
        unread = octal(124, 12);
        padding = Math.floorMod(-unread, (long) BLOCK);
        return header[156] == 'L' ? next(readLongName()) : Optional.of(entry(longName));
    }

    private TarEntry entry(String longName) throws IOException {
        TarEntry.Kind kind = switch (header[156]) {
            case '0', 0 -> TarEntry.Kind.FILE;
            case '5' -> TarEntry.Kind.DIRECTORY;
            case '2' -> TarEntry.Kind.SYMBOLIC_LINK;
            default -> throw new IOException("unknown kind of tar entry: " + (char) header[156]);
        };
        String name = longName.isEmpty() ? shortName() : longName;
        return new TarEntry(name, kind, (int) octal(100, 8), text(157, 100));
    }

    private String shortName() {
        // Only POSIX archives, marked by a zero after "ustar", have a prefix here.
        String prefix = header[262] == 0 ? text(345, 155) : "";
        return prefix.isEmpty() ? text(0, 100) : prefix + '/' + text(0, 100);
    }

    private String readLongName() throws IOException {
        if (unread > MAX_LONG_NAME) {
            throw new IOException("a name in the tar archive is too long");
        }
        byte[] name = in.readNBytes((int) unread);
        unread = 0;
        return terminated(name, 0, name.length);
    }

    private long octal(int offset, int length) throws IOException {
        String digits = text(offset, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("a number in the tar archive is not octal", e);
        }
    }

    private String text(int offset, int length) {
        return terminated(header, offset, length);
    }

    private static String terminated(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    }
}
