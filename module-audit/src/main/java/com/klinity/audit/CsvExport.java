package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CsvOutput;
import com.klinity.platform.spi.Reads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes a part of a log as CSV while it is sent, piece by piece: nothing of the database is held for longer. */
final class CsvExport {

    private final CsvOutput output;

    private CsvExport(OutputStream out) {
        output = new CsvOutput(out);
    }

    /** All that is there by now, the export's own entry too. */
    static void whole(OutputStream out, Reads reads) throws IOException {
        segment(reads.in(EntryTable::whole), out, reads);
    }

    /** That part. */
    static void segment(Segment segment, OutputStream out, Reads reads) throws IOException {
        CsvExport export = new CsvExport(out);
        export.output.header();
        try {
            for (long done = segment.first() - 1; done < segment.last(); ) {
                Segment piece = segment.next(done);
                done = reads.in(scope -> {
                    EntryTable.chain(scope, piece, export::write);
                    return piece.last();
                });
            }
        } catch (UncheckedIOException e) {
            throw new IOException("the caller is gone", e);
        }
        export.output.flush();
    }

    private void write(ChainEntry entry) {
        try {
            output.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
