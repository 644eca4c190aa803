package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import java.util.UUID;

/** What was added to a signed document. */
record AddendumRoutes(DocumentTable documents) {

    Reply read(Call call) {
        Document document = documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        UUID id = call.id("addendum");
        Addendum addendum = document.addenda().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return Reply.ok(addendum).etag(1).about(document.id()).detail("addendum", id.toString());
    }
}
