package com.klinity.audit;

import com.klinity.audit.verification.AuditCsv;
import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The routes of the audit log. */
final class AuditRoutes implements Feature {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/audit/events", Access.signedIn(Action.READ, "AuditEvent"), AuditRoutes::list);
        routes.get("/v1/audit/events.csv", Access.signedIn(Action.EXPORT, "AuditEvent"), AuditRoutes::csv);
        routes.get("/v1/audit/integrity", Access.signedIn(Action.READ, "AuditEvent"), AuditRoutes::integrity);
    }

    private static Reply list(Call call) {
        Filter filter = Filter.of(call);
        var page = call.page();
        call.noOtherQuery();
        return Reply.ok(page.of(EntryTable.list(call.scope(), filter, page), AuditEvent::position));
    }

    private static Reply csv(Call call) {
        call.noOtherQuery();
        return Reply.live("text/csv; charset=utf-8; header=present", AuditRoutes::writeCsv)
                .header("Content-Disposition", "attachment; filename=\"audit-" + DAY.format(Instant.now()) + ".csv\"");
    }

    private static void writeCsv(OutputStream out, Reads reads) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(AuditCsv.HEADER + "\r\n");
        try {
            reads.in(scope -> {
                EntryTable.chain(scope, Long.MAX_VALUE, entry -> write(writer, AuditCsv.line(entry)));
                return scope;
            });
        } catch (UncheckedIOException e) {
            throw new IOException("the caller is gone", e);
        }
        writer.flush();
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply integrity(Call call) {
        call.noOtherQuery();
        return Reply.ok(KeptChain.check(call.scope()));
    }
}
