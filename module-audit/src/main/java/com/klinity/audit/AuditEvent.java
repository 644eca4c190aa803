package com.klinity.audit;

import com.klinity.platform.spi.Page;
import com.klinity.platform.spi.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An entry as the API shows it. */
record AuditEvent(
        long sequence,
        Instant occurredAt,
        String userId,
        String ipAddress,
        String action,
        String resourceType,
        List<UUID> resourceIds,
        String outcome,
        UUID requestId,
        String details,
        String hash) {

    /** Names, times and a hash, as JSON. */
    private static final int FIXED = 400;

    private static final int OF_AN_ID = 39;

    static AuditEvent of(Row row) {
        return new AuditEvent(
                row.number("sequence"),
                row.instant("occurred_at"),
                row.text("user_id"),
                row.text("ip_address"),
                row.text("action"),
                row.text("resource_type"),
                row.uuids("resource_ids"),
                row.text("outcome"),
                row.uuid("request_id"),
                row.text("details"),
                row.text("hash"));
    }

    /** About how many bytes of JSON it is. */
    int size() {
        return FIXED + details.length() + OF_AN_ID * resourceIds.size();
    }

    /** Entries are listed by their place in the chain, which is carried where other lists carry an id. */
    Page.Position position() {
        return new Page.Position(occurredAt, new UUID(0, sequence));
    }
}
