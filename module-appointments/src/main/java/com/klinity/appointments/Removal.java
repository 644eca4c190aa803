package com.klinity.appointments;

import com.klinity.appointments.api.Holding;
import com.klinity.appointments.api.Holding.Kind;
import com.klinity.platform.spi.Action;
import com.klinity.platform.spi.Refusal;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes appointments and everything that later features keep of them. Their rows go by the database's cascade, audio by
 * the job that a removed row leaves; this refuses what must stay, and leaves the audit entries. The appointments' rows are
 * locked, so nobody adds or signs anything meanwhile.
 */
record Removal(AllHoldings holdings) {

    private static final Map<Kind, String> RESOURCES = Map.of(
            Kind.RECORDING, "Recording",
            Kind.TRANSCRIPT, "Transcript",
            Kind.DRAFT, "Document",
            Kind.SIGNED_DOCUMENT, "Document");

    /**
     * Before it.
     *
     * @throws Refusal 409 when something of it is signed
     */
    List<Holding> requireUnsigned(Scope scope, List<UUID> appointments, String whose) {
        List<Holding> held = holdings.of(scope, appointments);
        if (held.stream().anyMatch(one -> one.kind() == Kind.SIGNED_DOCUMENT)) {
            throw Refusal.conflict(
                    "has-signed-documents",
                    "The " + whose
                            + " has signed documents. They are part of the medical record and stay for as long as"
                            + " the account; only its deletion, DELETE /v1/account, removes them. Drafts and recordings"
                            + " can be deleted one by one.");
        }
        return held;
    }

    /** What goes along is in the audit log, kind by kind. */
    static void audit(Scope scope, List<Holding> held) {
        RESOURCES.forEach((kind, resource) -> {
            List<UUID> ids = held.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Holding::id)
                    .toList();
            if (!ids.isEmpty()) {
                scope.audit(new Touch(Action.DELETE, resource, ids), Map.of());
            }
        });
    }
}
