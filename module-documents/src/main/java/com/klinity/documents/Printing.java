package com.klinity.documents;

import com.klinity.documents.rendering.MarkdownPrinter;
import com.klinity.documents.rendering.PdfPrinter;
import com.klinity.documents.rendering.Sheet;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Documents in the forms that are for people. */
final class Printing {

    static final String JSON = "application/json";

    /** The first one is what a caller gets who does not say. */
    static final List<String> MEDIA_TYPES = List.of(JSON, "application/pdf", "text/markdown");

    /** Of documents that were signed before anything said how times are printed; theirs were in this zone. */
    private static final Region BEFORE = new Region("en", "UTC");

    private final DocumentTable documents;
    private final Headers headers;
    private final PrintingPress press = new PrintingPress();

    Printing(DocumentTable documents, Headers headers) {
        this.documents = documents;
        this.headers = headers;
    }

    /** The patient's name is on it, so the audit entry names the patient too. */
    Reply print(Scope scope, Document document, String mediaType) {
        boolean signed = document.signature() != null;
        Header header = signed && document.header() != null
                ? document.header()
                : headers.current(scope, document.appointmentId());
        Region region = region(scope, document, header);
        boolean pdf = mediaType.equals("application/pdf");
        UUID account = scope.account();
        boolean withdrawn = headers.isWithdrawn(scope, document);
        Reply reply = Reply.rendered(
                pdf ? mediaType : "text/markdown; charset=utf-8",
                () -> press.print(account, () -> paper(document, header, region, pdf)));
        String kind = pdf ? "pdf" : "md";
        Reply told = withdrawn ? reply.header("X-Consent-Withdrawn", "true") : reply;
        return told.etag(document.entityTag(), List.of(kind, withdrawn, header, region))
                .header("Vary", "Accept")
                .header("Content-Disposition", "inline; filename=\"document-" + document.id() + "." + kind + "\"")
                .about(document.id())
                .detail("format", kind)
                .detail("patient", header.patientId().toString());
    }

    private Region region(Scope scope, Document document, Header header) {
        return header.locale() == null || header.timeZone() == null
                ? documents.region(scope, document.id()).orElse(BEFORE)
                : new Region(header.locale(), header.timeZone());
    }

    private static byte[] paper(Document document, Header header, Region region, boolean pdf) {
        Sheet sheet = Sheets.of(document, header, Times.of(region));
        if (!pdf) {
            return MarkdownPrinter.print(sheet).getBytes(StandardCharsets.UTF_8);
        }
        Rules rules = new Rules();
        Paper.check(rules, document, header);
        rules.enforce();
        return PdfPrinter.print(sheet);
    }
}
