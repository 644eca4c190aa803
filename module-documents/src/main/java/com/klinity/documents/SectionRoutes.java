package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Rules;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code /v1/documents/{id}/sections/{key}}, for editors that save while somebody types. Each section has a tag of its
 * own, so that saving one collides only with another save of the same.
 */
record SectionRoutes(DocumentTable documents, InstantSource clock) {

    Reply read(Call call) {
        Document document = documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        return shown(document, section(document, call.path("key")));
    }

    Reply save(Call call) {
        Document before = documents.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        if (before.signature() != null) {
            throw Signature.stands();
        }
        Section section = section(before, call.path("key"));
        SectionBody body = call.body(SectionBody.class);
        new Rules()
                .require("/key", body.key() == null || body.key().equals(section.key()), "must be the address's own")
                .enforce();
        call.ifMatch().check(section.tag());
        SectionInput input = new SectionInput(section.key(), body.title(), Objects.requireNonNull(body.text()), null);
        List<Section> after =
                Sections.changed(before.sections(), Map.of(section.key(), input), before.version() + 1, "/text");
        if (!after.equals(before.sections())) {
            Content content = new Content(before.title(), after);
            documents.update(call.scope(), before, content, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return shown(before, section(documents.find(call.scope(), before.id()).orElseThrow(), section.key()));
    }

    private static Section section(Document document, String key) {
        return document.section(key).orElseThrow(Refusal::notFound);
    }

    private static Reply shown(Document document, Section section) {
        return Reply.ok(section).etag(section.tag()).about(document.id());
    }
}
