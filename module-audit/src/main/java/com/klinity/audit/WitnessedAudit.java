package com.klinity.audit;

import com.klinity.audit.checkpoint.CheckpointSettings;
import com.klinity.audit.checkpoint.Checkpointing;
import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.AuditWitnessProvider;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Gauge;
import com.klinity.platform.spi.PeriodicTask;
import com.klinity.platform.spi.Routes;
import java.util.List;

/** The log with a witness: its routes, and checkpoints as long as the server runs. */
final class WitnessedAudit implements Feature {

    private final AuditRoutes routes;
    private final AuditWitness witness;
    private final PeriodicTask checkpoint;
    private final Gauge unwitnessed;

    private WitnessedAudit(AuditRoutes routes, AuditWitness witness, PeriodicTask checkpoint, Gauge unwitnessed) {
        this.routes = routes;
        this.witness = witness;
        this.checkpoint = checkpoint;
        this.unwitnessed = unwitnessed;
    }

    static WitnessedAudit open(EventList events, FeatureContext context, String setting, String fallback) {
        CheckpointSettings settings = CheckpointSettings.read(context.settings());
        AuditWitness witness = context.adapter(AuditWitnessProvider.class, setting, fallback)
                .open(context.settings(), context.clock());
        Checkpointing work = Checkpointing.of(settings, context::auditHeads, witness, context.clock());
        Manifests manifests = new Manifests(settings.keyFile().publicKeys());
        return new WitnessedAudit(
                new AuditRoutes(events, manifests), witness, work.task(settings.interval()), work.gauge());
    }

    @Override
    public void routes(Routes declared) {
        routes.routes(declared);
    }

    @Override
    public List<PeriodicTask> tasks() {
        return List.of(checkpoint);
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(unwitnessed);
    }

    @Override
    public void close() {
        witness.close();
    }
}
