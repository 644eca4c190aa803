package com.klinity.audit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Routes;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.UUID;

/** A plug-in that puts into the log whatever a CSV, a spreadsheet or a verifier could stumble over. */
final class OddlyNamedModule implements FeatureModule {

    static final List<String> TYPES = List.of(
            "=HYPERLINK(\"http://example.org\",\"y\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\uFF1D1",
            "'quoted'",
            "a,b",
            "two\nlines\r\nand, more",
            "\"",
            "Prontu\u00e1rio \uD83D\uDE00");

    @Override
    public String name() {
        return "odd";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), OddlyNamedModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of();
    }

    @Override
    public Feature open(FeatureContext context) {
        return OddlyNamedModule::routes;
    }

    private static void routes(Routes routes) {
        for (int i = 0; i < TYPES.size(); i++) {
            routes.get(
                    "/v1/odd/" + i,
                    Access.phi(Action.READ, TYPES.get(i)),
                    call -> Reply.noContent()
                            .about(List.of(UUID.randomUUID(), UUID.randomUUID()))
                            .detail("said", "\"\u00fc, 'x'\";\r\n=1+1"));
        }
        routes.get("/v1/odd/refused", Access.phi(Action.READ, "Oddity"), call -> {
            throw new Refusal(409, "=odd, \"slug\"", "Odd", "Odd.");
        });
    }
}
