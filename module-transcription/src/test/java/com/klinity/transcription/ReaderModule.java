package com.klinity.transcription;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Schema;
import com.klinity.transcription.api.Transcripts;
import java.util.List;

/** A later feature on the PHI line, which shows what it sees of a transcript. */
final class ReaderModule implements FeatureModule {

    @Override
    public String name() {
        return "reader";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public List<String> after() {
        return List.of("transcription");
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), ReaderModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        Transcripts transcripts = context.require(Transcripts.class);
        return routes -> routes.get(
                "/v1/cards/{id}",
                Access.phi(Action.READ, "Card"),
                call -> transcripts
                        .find(call.scope(), call.id("id"))
                        .map(card -> Reply.ok(card).about(card.id()))
                        .orElseThrow(Refusal::notFound));
    }
}
