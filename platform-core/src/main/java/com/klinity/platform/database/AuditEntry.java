package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Touch;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An entry on its way into the audit log (45 CFR §164.312(b)); the database adds its place and time.
 *
 * @param account whose chain it goes into
 * @param actor   who acts
 * @param touch   what is done to what
 * @param outcome {@link #SUCCESS}, or the slug of the refusal
 * @param details JSON text with sorted names, or empty
 */
public record AuditEntry(UUID account, Actor actor, Touch touch, String outcome, String details) {

    /** The outcome of what was done as asked. */
    public static final String SUCCESS = "success";

    static AuditEntry of(
            UUID account, Actor actor, Touch touch, String outcome, Map<String, String> details, Json json) {
        String text =
                details.isEmpty() ? "" : json.write(new TreeMap<>(details)).text();
        return new AuditEntry(account, actor, touch, outcome, text);
    }
}
