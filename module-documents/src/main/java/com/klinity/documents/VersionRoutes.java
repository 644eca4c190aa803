package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.util.List;
import java.util.UUID;

/** {@code /v1/documents/{id}/versions}. */
final class VersionRoutes {

    private final DocumentTable documents;

    VersionRoutes(DocumentTable documents) {
        this.documents = documents;
    }

    Reply list(Call call) {
        Page page = call.page();
        UUID id = call.id("id");
        if (documents.find(call.scope(), id).isEmpty()) {
            throw Refusal.notFound();
        }
        long after = page.after().map(VersionRoutes::number).orElse(0L);
        List<VersionSummary> found = documents.versions(call.scope(), id, after, page.fetch());
        return Reply.ok(page.of(found, VersionRoutes::position)).about(id);
    }

    Reply read(Call call) {
        UUID id = call.id("id");
        Version version = documents
                .version(call.scope(), id, PathNumber.of(call, "version"))
                .orElseThrow(Refusal::notFound);
        return Reply.ok(version).etag(version.version()).about(id).detail("version", Long.toString(version.version()));
    }

    /** Versions are ordered by number, so their position in a list carries that instead of an id. */
    private static Page.Position position(VersionSummary version) {
        return new Page.Position(version.createdAt(), new UUID(0, version.version()));
    }

    private static long number(Page.Position position) {
        return position.id().getLeastSignificantBits();
    }
}
