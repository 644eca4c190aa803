package com.klinity.audit;

import com.klinity.audit.verification.ChainEntry;
import com.klinity.audit.verification.CsvOutput;
import com.klinity.platform.spi.LiveWriter;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes a part of a log as CSV while it is sent, portion by portion: nothing of the database is held meanwhile. */
final class CsvExport {

    static final String MEDIA_TYPE = "text/csv";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private CsvExport() {}

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
        Csv csv = new Csv(out);
        csv.output.header();
        EntryTable.chain().each(segment, reads, csv);
        csv.send();
        out.flush();
    }

    /** Makes lines, and sends them when it is told to. */
    private static final class Csv implements Portions.Writer<ChainEntry> {

        private final OutputStream out;
        private final ByteArrayOutputStream made = new ByteArrayOutputStream();
        private final CsvOutput output = new CsvOutput(made);

        Csv(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(ChainEntry entry) throws IOException {
            output.write(entry);
        }

        @Override
        public void send() throws IOException {
            output.flush();
            made.writeTo(out);
            made.reset();
        }
    }
}
