package com.klinity.audit;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Reads;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Writes every event that matches while it is sent, each as JSON on a line of its own (ndjson.org).
 *
 * @param form what of an event is written
 */
record EventStream(Json json, Filter filter, Function<AuditEvent, Object> form) {

    void writeTo(OutputStream out, Reads reads) throws IOException {
        OutputStream lines = new BufferedOutputStream(out, 1 << 16);
        Segment whole = reads.in(EntryTable::whole);
        try {
            for (long done = whole.first() - 1; done < whole.last(); ) {
                Segment piece = whole.next(done);
                done = reads.in(scope -> {
                    EntryTable.events(scope, filter, piece, event -> write(event, lines));
                    EntryTable.requireKept(scope, piece);
                    return piece.last();
                });
            }
        } catch (UncheckedIOException e) {
            throw new IOException("the caller is gone", e);
        }
        lines.flush();
    }

    private void write(AuditEvent event, OutputStream lines) {
        try {
            String line = json.write(form.apply(event)).text() + "\n";
            lines.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
