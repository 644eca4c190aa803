package com.klinity.audit.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a log in its CSV form, fast: what stands as it is, which is nearly everything, is copied once. Used by one
 * thread; the stream stays the caller's.
 */
public final class CsvOutput {

    private static final int ASCII = 0x80;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;

    /** To that stream. */
    public CsvOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the first line.
     *
     * @throws IOException when the stream does not take it
     */
    public void header() throws IOException {
        bytes(AuditCsv.HEADER + AuditCsv.LINE_BREAK);
    }

    /**
     * Writes an entry's line.
     *
     * @throws IOException when the stream does not take it
     */
    public void write(ChainEntry entry) throws IOException {
        for (int i = 0; i < ChainEntry.FIELDS; i++) {
            field(entry.fields().get(i));
            room(1);
            buffer[length++] = ',';
        }
        field(entry.hash());
        room(2);
        buffer[length++] = '\r';
        buffer[length++] = '\n';
    }

    /**
     * Hands on what was written.
     *
     * @throws IOException when the stream does not take it
     */
    public void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
        out.flush();
    }

    private void field(String field) throws IOException {
        room(field.length());
        if (!copied(field)) {
            bytes(AuditCsv.cell(field));
        }
    }

    /** False, and nothing is written, when the field is no cell as it stands. */
    private boolean copied(String field) {
        int units = field.length();
        if (units > buffer.length || AuditCsv.needsGuard(field)) {
            return false;
        }
        int at = length;
        for (int i = 0; i < units; i++) {
            char unit = field.charAt(i);
            if (unit >= ASCII || AuditCsv.needsQuotes(unit)) {
                return false;
            }
            buffer[at++] = (byte) unit;
        }
        length = at;
        return true;
    }

    private void bytes(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        if (bytes.length > buffer.length) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.length - length < bytes) {
            out.write(buffer, 0, length);
            length = 0;
        }
    }
}
