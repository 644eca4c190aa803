package com.klinity.documents;

import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Rules;
import com.klinity.platform.spi.Staged;
import com.klinity.platform.spi.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Adds to a signed document. Whether paper can show the text is found out before, as fonts are read for that. */
record AddendumCreation(DocumentTable documents, InstantSource clock) implements Staged<AddendumInput, AddendumInput> {

    @Override
    public AddendumInput admit(Call call) {
        requireSigned(documents.find(call.scope(), call.id("id")).orElseThrow(Refusal::notFound));
        return call.body(AddendumInput.class);
    }

    @Override
    public AddendumInput work(Call call, AddendumInput input) {
        Rules rules = new Rules();
        Paper.check(rules, "/text", input.text());
        rules.enforce();
        return input;
    }

    @Override
    public Reply record(Call call, AddendumInput input) {
        Document document = documents.lock(call.scope(), call.id("id")).orElseThrow(Refusal::notFound);
        Signature signature = requireSigned(document);
        PaperRules.check(document.addenda(), input.text());
        Instant now = later(document);
        UUID id = UuidV7.at(now);
        String before = document.addenda().isEmpty()
                ? signature.contentHash()
                : document.addenda().getLast().contentHash();
        Addendum addendum = new Addendum(id, input.text(), now, ContentHash.of(before, id, input.text(), now));
        documents.insertAddendum(call.scope(), document.id(), addendum);
        return Reply.created("/v1/documents/" + document.id() + "/addenda/" + id, addendum)
                .etag(1)
                .about(document.id())
                .detail("addendum", id.toString());
    }

    private static Signature requireSigned(Document document) {
        Signature signature = document.signature();
        if (signature == null) {
            throw Refusal.conflict("not-signed", "A draft takes no addenda; change it instead.");
        }
        return signature;
    }

    /** Addenda are a chain, so each is later than the one before even when the clock is not. */
    private Instant later(Document document) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (document.addenda().isEmpty()) {
            return now;
        }
        Instant next = document.addenda().getLast().addedAt().plus(1, ChronoUnit.MICROS);
        return now.isBefore(next) ? next : now;
    }
}
