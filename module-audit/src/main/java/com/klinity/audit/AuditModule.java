package com.klinity.audit;

import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import java.util.List;

/** Declares the audit feature. Its tables belong to the platform. */
public final class AuditModule implements FeatureModule {

    /** Made by the service loader. */
    public AuditModule() {}

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public int platformVersion() {
        return Platform.SPI_VERSION;
    }

    @Override
    public Schema schema() {
        return new Schema(name(), List.of(), AuditModule.class);
    }

    @Override
    public List<DataKind> data() {
        return List.of(new DataKind(
                "Audit logs",
                false,
                "6 years minimum",
                List.of("audit.entries", "audit.heads"),
                new AfterDeletion.Kept("Who did what must stay provable for six years (45 CFR §164.316(b)(2)(i)).")));
    }

    @Override
    public Feature open(FeatureContext context) {
        return new AuditRoutes(new EventList(context.json(), context::serverAddress));
    }
}
