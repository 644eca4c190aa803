package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Parameters;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** {@code /v1/templates}. */
final class TemplateRoutes {

    static final Parameters PARAMETERS =
            Parameters.page().oneOf("language", TemplateBody.LANGUAGES, "Only templates in that language.");

    private final Templates templates;
    private final TemplateTable own;
    private final InstantSource clock;

    TemplateRoutes(Templates templates, TemplateTable own, InstantSource clock) {
        this.templates = templates;
        this.own = own;
        this.clock = clock;
    }

    Reply list(Call call) {
        Page page = call.page();
        Optional<String> language = call.query("language");
        return Reply.ok(page.of(templates.list(call.scope(), page, language), Template::position));
    }

    Reply create(Call call) {
        Instant now = now();
        Template template = own.insert(call.scope(), UuidV7.at(now), call.body(TemplateBody.class), now);
        return Reply.created("/v1/templates/" + template.id(), template)
                .etag(template.version())
                .about(template.id());
    }

    Reply read(Call call) {
        return shown(templates.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound));
    }

    Reply readVersion(Call call) {
        UUID id = call.id("id");
        long version = PathNumber.of(call, "version");
        return shown(BuiltInTemplates.find(id)
                .filter(template -> template.version() == version)
                .or(() -> own.find(call.scope(), id, version))
                .orElseThrow(Refusal::notFound));
    }

    Reply change(Call call) {
        Template before = locked(call);
        TemplateBody body = call.merge(before.body(), TemplateBody.class);
        return shown(own.update(call.scope(), before, body, now()));
    }

    Reply delete(Call call) {
        Template template = locked(call);
        own.delete(call.scope(), template.id());
        return Reply.noContent().about(template.id());
    }

    private Template locked(Call call) {
        UUID id = call.id("id");
        if (BuiltInTemplates.find(id).isPresent()) {
            throw Refusal.conflict("built-in-template", "Built-in templates do not change; make an own one instead.");
        }
        Template template = own.lock(call.scope(), id).orElseThrow(Refusal::notFound);
        call.ifMatch().check(template.version());
        return template;
    }

    private static Reply shown(Template template) {
        return Reply.ok(template).etag(template.version()).about(template.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
