package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CsvOutput;
import com.klinity.platform.spi.LiveWriter;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes a part of a log as CSV while it is sent, piece by piece: nothing of the database is held for longer. */
final class CsvExport {

    static final String MEDIA_TYPE = "text/csv";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final CsvOutput output;

    private CsvExport(OutputStream out) {
        output = new CsvOutput(out);
    }

    /**
     * The answer to an export. A part is fixed now, and its manifest can be named; all is what is there when it is sent.
     */
    static Reply of(Scope scope, Part part) {
        if (part.isWhole()) {
            return reply(CsvExport::whole, "");
        }
        Segment segment = part.in(scope);
        return reply(
                (out, reads) -> segment(segment, out, reads), "?first=" + segment.first() + "&last=" + segment.last());
    }

    private static Reply reply(LiveWriter writer, String query) {
        return Reply.live(MEDIA_TYPE + "; charset=utf-8; header=present", writer)
                .header("Content-Disposition", "attachment; filename=\"audit-" + DAY.format(Instant.now()) + ".csv\"")
                .header("Link", "</v1/audit/events.manifest" + query + ">; rel=\"describedby\"");
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
                    EntryTable.requireKept(scope, piece);
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
