package com.klinity.platform.database;

import com.klinity.platform.spi.Json;
import com.klinity.platform.spi.Scope;
import com.klinity.platform.spi.Touch;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Appends to the audit log, through the one function the app role may call. */
final class AuditTrail {

    static final String SUCCESS = "success";

    private static final String APPEND = """
        select audit.append(:user, :ip, :action, :type, cast(:ids as uuid[]), :outcome, :request, :details) as sequence
        """;

    private AuditTrail() {}

    /** The entry's place in the account's chain, from 1. */
    static long append(Scope scope, Json json, Actor actor, Touch touch, String outcome, Map<String, String> details) {
        return scope.sql(APPEND)
                .set("user", actor.userId())
                .set("ip", actor.ipAddress())
                .set("action", touch.action().name().toLowerCase(Locale.ROOT))
                .set("type", touch.resource())
                .set("ids", touch.resources())
                .set("outcome", outcome)
                .set("request", actor.requestId())
                .set(
                        "details",
                        details.isEmpty()
                                ? ""
                                : json.write(new TreeMap<>(details)).text())
                .first(row -> row.number("sequence"))
                .orElseThrow();
    }
}
