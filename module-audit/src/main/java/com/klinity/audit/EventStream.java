package com.klinity.audit;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Reads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Writes every event that matches while it is sent, each as JSON on a line of its own (ndjson.org).
 *
 * @param form what of an event is written
 */
record EventStream(Json json, Filter filter, Function<AuditEvent, Object> form) {

    void writeTo(OutputStream out, Reads reads) throws IOException {
        Segment whole = reads.in(EntryTable::whole);
        EntryTable.events(filter).each(whole, reads, new Lines(out, new ByteArrayOutputStream()));
        out.flush();
    }

    private final class Lines implements Portions.Writer<AuditEvent> {

        private final OutputStream out;
        private final ByteArrayOutputStream made;

        Lines(OutputStream out, ByteArrayOutputStream made) {
            this.out = out;
            this.made = made;
        }

        @Override
        public void write(AuditEvent event) throws IOException {
            String line = json.write(form.apply(event)).text() + "\n";
            made.write(line.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void send() throws IOException {
            made.writeTo(out);
            made.reset();
        }
    }
}
