package com.klinity.platform.server;

import com.klinity.platform.database.AuditHealth;

/**
 * Whether the audit log takes entries: whatever must leave one is refused while it does not.
 *
 * @param audit what is known of the log
 */
public record AuditReadiness(AuditHealth audit) implements ReadinessCheck {

    @Override
    public String name() {
        return "audit-log";
    }

    @Override
    public Readiness.State state() {
        return audit.writable() ? Readiness.State.UP : Readiness.State.DEGRADED;
    }

    @Override
    public Readiness.State unanswered() {
        return Readiness.State.DEGRADED;
    }
}
