package com.klinity.audit.archive;

import com.klinity.audit.AuditModule;
import com.klinity.platform.spi.AuditHeads;
import com.klinity.platform.spi.DataKind;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.FeatureModule;
import com.klinity.platform.spi.Schema;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The audit feature, whose heads a test may ask for. */
final class ReachableAudit implements FeatureModule {

    private final FeatureModule audit = new AuditModule();
    private final AtomicReference<FeatureContext> opened = new AtomicReference<>();

    AuditHeads heads() {
        return opened.get().auditHeads();
    }

    @Override
    public String name() {
        return audit.name();
    }

    @Override
    public int platformVersion() {
        return audit.platformVersion();
    }

    @Override
    public Schema schema() {
        return audit.schema();
    }

    @Override
    public List<DataKind> data() {
        return audit.data();
    }

    @Override
    public Feature open(FeatureContext context) {
        opened.set(context);
        return audit.open(context);
    }
}
