package com.klinity.distribution.isolation;

import static com.klinity.platform.testkit.isolation.Specimen.get;

import com.klinity.platform.testkit.isolation.Held;
import com.klinity.platform.testkit.isolation.Specimen;
import com.klinity.platform.testkit.isolation.Specimens;
import com.klinity.platform.testkit.isolation.World;

/** What is kept about an account beside its patients: audit log, subscription, notifications. */
final class RecordSpecimens {

    private RecordSpecimens() {}

    static Specimens all() {
        return new Specimens()
                .value("events-cursor", RecordSpecimens::eventsCursor)
                .value(
                        "notifications-cursor",
                        world -> Held.cursor(world.own("patients-cursor"), "GET /v1/notifications?"))
                .requests(
                        get("/v1/audit/events"),
                        get("/v1/audit/events")
                                .query("resourceId", "${patient}")
                                .as("of a resource"),
                        get("/v1/audit/events")
                                .query("cursor", "${events-cursor}")
                                .as("next page"),
                        get("/v1/audit/events.csv"),
                        get("/v1/audit/events.csv").query("first", "1").as("of a part"),
                        get("/v1/audit/events.manifest"),
                        get("/v1/audit/events.manifest").query("last", "1").as("of a part"),
                        get("/v1/audit/integrity"),
                        get("/v1/billing/plans"),
                        get("/v1/billing/subscription"),
                        get("/v1/notifications"),
                        get("/v1/notifications")
                                .query("cursor", "${notifications-cursor}")
                                .as("next page"),
                        get("/v1/notifications/preferences"),
                        Specimen.of("PUT", "/v1/notifications/preferences")
                                .json("{\"locale\": \"pt-BR\", \"signedOut\": true}"));
    }

    private static Held eventsCursor(World world) {
        world.own("patient");
        world.own("second-patient");
        return AppointmentSpecimens.nextOf(World.successful(world.practitioner().get("/v1/audit/events?limit=1")));
    }
}
