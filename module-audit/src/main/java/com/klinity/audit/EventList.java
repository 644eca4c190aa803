package com.klinity.audit;

import com.klinity.audit.FhirBundle.Link;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Touch;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events in the form that the caller accepts: a page of them, or all in one stream. A stream takes out in bulk, so it
 * leaves an entry of its own on a route whose pages leave none.
 */
final class EventList {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String FHIR = "application/fhir+json";
    private static final String FHIR_NDJSON = "application/fhir+ndjson";

    /** The first one is what a caller gets who does not say. */
    private static final List<String> MEDIA_TYPES = List.of(JSON, NDJSON, CsvExport.MEDIA_TYPE, FHIR, FHIR_NDJSON);

    /** Pages take a filter, streams a filter without a page, and CSV a part. */
    static final Parameters PARAMETERS =
            Parameters.page().and(Filter.PARAMETERS).and(Part.PLACES);

    private final Json json;
    private final Supplier<URI> server;

    EventList(Json json, Supplier<URI> server) {
        this.json = json;
        this.server = server;
    }

    Reply answer(Call call) {
        String mediaType = call.accept(MEDIA_TYPES);
        Reply reply = switch (mediaType) {
            case NDJSON, FHIR_NDJSON -> stream(call, mediaType);
            case CsvExport.MEDIA_TYPE -> csv(call);
            case FHIR -> bundle(call);
            default -> page(call);
        };
        return reply.header("Vary", "Accept");
    }

    private static Reply page(Call call) {
        Filter filter = Filter.of(call);
        Page page = call.page();
        call.noOtherQuery();
        return Reply.ok(page.of(EntryTable.list(call.scope(), filter, page), AuditEvent::position));
    }

    private Reply bundle(Call call) {
        Filter filter = Filter.of(call);
        Page page = call.page();
        call.noOtherQuery();
        Page.Of<AuditEvent> events = page.of(EntryTable.list(call.scope(), filter, page), AuditEvent::position);
        List<Link> links = new ArrayList<>();
        links.add(new Link("self", link(call, call.query("cursor").orElse(null))));
        if (events.nextCursor() != null) {
            links.add(new Link("next", link(call, events.nextCursor())));
        }
        FhirEvents fhir = fhir(call);
        FhirBundle bundle = FhirBundle.searchset(
                links, events.items().stream().map(fhir::entry).toList());
        return Reply.bytes(FHIR, json.write(bundle).text().getBytes(StandardCharsets.UTF_8));
    }

    private Reply stream(Call call, String mediaType) {
        Filter filter = Filter.of(call);
        call.noOtherQuery();
        FhirEvents fhir = fhir(call);
        EventStream stream = new EventStream(json, filter, mediaType.equals(NDJSON) ? event -> event : fhir::of);
        exported(call, mediaType);
        return Reply.live(mediaType, stream::writeTo);
    }

    private static Reply csv(Call call) {
        Part part = Part.of(call);
        call.noOtherQuery();
        Reply reply = CsvExport.of(call.scope(), part);
        exported(call, CsvExport.MEDIA_TYPE);
        return reply;
    }

    private static void exported(Call call, String mediaType) {
        call.scope().audit(new Touch(Action.EXPORT, "AuditEvent", List.of()), Map.of("format", mediaType));
    }

    /** Relative, since a proxy may give the server another address. */
    private static String link(Call call, @Nullable String cursor) {
        StringBuilder link = new StringBuilder("/v1/audit/events");
        for (String name : List.of("from", "to", "action", "resourceType", "resourceId", "limit")) {
            call.query(name).ifPresent(value -> append(link, name, value));
        }
        if (cursor != null) {
            append(link, "cursor", cursor);
        }
        return link.toString();
    }

    private static void append(StringBuilder link, String name, String value) {
        link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private FhirEvents fhir(Call call) {
        return new FhirEvents(json, call.account(), server.get());
    }
}
