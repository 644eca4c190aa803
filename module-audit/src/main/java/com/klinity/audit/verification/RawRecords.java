package com.klinity.audit.verification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The records of a CSV file, byte for byte. Line breaks inside quotes do not end one. */
final class RawRecords {

    /** Far above what any entry has, and bounded, so that a quote that is never closed does not fill the memory. */
    static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int until;

    RawRecords(InputStream in) {
        this.in = in;
    }

    /** The next record with its line break, or what there is of it when the file or the bound ends first. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream(512);
        boolean quotes = false;
        boolean ended = false;
        while (!ended && filled()) {
            int most = Math.min(until, from + LONGEST - record.size());
            int at = from;
            while (at < most && !ended) {
                byte unit = buffer[at++];
                quotes ^= unit == '"';
                ended = unit == '\n' && !quotes;
            }
            record.write(buffer, from, at - from);
            from = at;
            ended |= record.size() == LONGEST;
        }
        return record.size() == 0 ? Optional.empty() : Optional.of(record.toByteArray());
    }

    /** Whether there is something in the buffer. */
    private boolean filled() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(buffer));
        }
        return from < until;
    }
}
