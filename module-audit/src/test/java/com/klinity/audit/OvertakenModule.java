package com.klinity.audit;

import com.klinity.platform.spi.Access;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Call;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.LiveWriter;
import com.klinity.platform.spi.Reads;
import com.klinity.platform.spi.Reply;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * The audit feature, with a further route whose export loses entries after its first read.
 *
 * @param removal of the entries of an account from one sequence to another, such as {@code 1-2}
 */
record OvertakenModule(BiConsumer<UUID, String> removal) implements FeatureModule {

    private static final FeatureModule AUDIT = new AuditModule();

    /** What is exported. */
    enum Form {
        CSV,
        EVENTS
    }

    @Override
    public String name() {
        return AUDIT.name();
    }

    @Override
    public int platformVersion() {
        return AUDIT.platformVersion();
    }

    @Override
    public Schema schema() {
        return AUDIT.schema();
    }

    @Override
    public List<DataKind> data() {
        return AUDIT.data();
    }

    @Override
    public Feature open(FeatureContext context) {
        Feature audit = AUDIT.open(context);
        EventStream events = new EventStream(context.json(), new Filter(null, null, null, null, null), event -> event);
        return routes -> {
            audit.routes(routes);
            routes.get(
                    "/v1/overtaken/{form}/{entries}",
                    Access.signedIn(Action.READ, "AuditEvent"),
                    call -> switch (Form.valueOf(call.path("form"))) {
                        case CSV -> overtaken(call, CsvExport::whole);
                        case EVENTS -> overtaken(call, events::writeTo);
                    });
        };
    }

    private Reply overtaken(Call call, LiveWriter export) {
        UUID account = call.account();
        String entries = call.path("entries");
        return Reply.live("text/plain", (out, reads) -> {
            AtomicInteger before = new AtomicInteger();
            export.writeTo(out, new Reads() {
                @Override
                public <T, E extends Exception> T in(Work<T, E> work) throws E {
                    if (before.getAndIncrement() == 1) {
                        removal.accept(account, entries);
                    }
                    return reads.in(work);
                }
            });
        });
    }
}
