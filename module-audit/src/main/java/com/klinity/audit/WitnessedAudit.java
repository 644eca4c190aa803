package com.klinity.audit;

import com.klinity.audit.checkpoint.CheckpointSettings;
import com.klinity.audit.checkpoint.Checkpointing;
import com.klinity.audit.spi.AuditWitness;
import com.klinity.audit.spi.AuditWitnessProvider;
import com.klinity.audit.verification.VerificationKey;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.PeriodicTask;
import com.klinity.platform.spi.Routes;
import java.util.List;

/** The log with a witness: its routes, and checkpoints as long as the server runs. */
final class WitnessedAudit implements Feature {

    private final AuditRoutes routes;
    private final AuditWitness witness;
    private final PeriodicTask checkpoint;

    private WitnessedAudit(AuditRoutes routes, AuditWitness witness, PeriodicTask checkpoint) {
        this.routes = routes;
        this.witness = witness;
        this.checkpoint = checkpoint;
    }

    static WitnessedAudit open(EventList events, FeatureContext context, String setting, String fallback) {
        CheckpointSettings settings = CheckpointSettings.read(context.settings());
        AuditWitness witness = context.adapter(AuditWitnessProvider.class, setting, fallback)
                .open(context.settings(), context.clock());
        PeriodicTask checkpoint = Checkpointing.task(settings, context::auditHeads, witness, context.clock());
        Manifests manifests = new Manifests(settings.keyFile().read(VerificationKey::allOfPem));
        return new WitnessedAudit(new AuditRoutes(events, manifests), witness, checkpoint);
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
    public void close() {
        witness.close();
    }
}
