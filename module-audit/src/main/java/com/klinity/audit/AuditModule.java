package com.klinity.audit;

import com.klinity.audit.verification.VerificationKeys;
import com.klinity.platform.spi.AfterDeletion;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Platform;
import com.klinity.platform.spi.Schema;
import com.klinity.platform.spi.Settings;
import java.util.List;

/** Declares the audit feature. Its tables belong to the platform. */
public final class AuditModule implements FeatureModule {

    private static final String WITNESS = "klinity.audit.witness";
    private static final String FILE = "file";

    /** Nobody: whoever owns the database can then make the log anew. */
    private static final String NONE = "none";

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
                List.of("audit.entries", "audit.heads", "audit.bases", "audit.checkpoint_heads"),
                new AfterDeletion.Kept("Who did what must stay provable for six years (45 CFR §164.316(b)(2)(i)).")));
    }

    @Override
    public Feature open(FeatureContext context) {
        EventList events = new EventList(context.json(), context::serverAddress);
        Settings settings = context.settings();
        if (!settings.text(WITNESS, FILE).equals(NONE)) {
            return WitnessedAudit.open(events, context, WITNESS, FILE);
        }
        settings.evaluationOnly(WITNESS, NONE);
        return new AuditRoutes(events, new Manifests(VerificationKeys.none()));
    }
}
