package com.klinity.distribution.isolation;

import static com.klinity.platform.testkit.isolation.Specimen.delete;
import static com.klinity.platform.testkit.isolation.Specimen.get;
import static com.klinity.platform.testkit.isolation.Specimen.patch;
import static com.klinity.platform.testkit.isolation.Specimen.post;

import com.klinity.platform.testkit.Answer;
import com.klinity.platform.testkit.isolation.Specimen;
import com.klinity.platform.testkit.isolation.Specimens;
import com.klinity.platform.testkit.isolation.World;

/** Templates, drafts, signed documents and their addenda. */
final class DocumentSpecimens {

    private static final String TEMPLATE = """
        {"name": "${marker}", "language": "en", "sections": [{"key": "cough", "title": "Cough ${marker}"}]}\
        """;

    private static final String DRAFT = """
        {"templateId": "soap-en", "title": "${marker}", "sections": [{"key": "plan", "text": "Rest, ${marker}."}]}\
        """;

    private static final String WHO_SIGNS = """
        {"name": "${marker}", "registration": {"council": "CRM", "number": "123", "region": "SP"}}\
        """;

    private static final String OF_AN_APPOINTMENT = "/v1/appointments/{id:appointment}/documents";

    /** Templates that everybody has, and that come before the own ones. */
    private static final int BUILT_IN = 16;

    private DocumentSpecimens() {}

    static Specimens all() {
        return new Specimens()
                .thing("template", "/v1/templates", TEMPLATE)
                .thing("second-template", "/v1/templates", TEMPLATE)
                .thing("document", "/v1/appointments/${appointment}/documents", DRAFT)
                .thing("second-document", "/v1/appointments/${appointment}/documents", DRAFT)
                .thing("signed-document", DocumentSpecimens::sign)
                .thing("addendum", "/v1/documents/${signed-document}/addenda", "{\"text\": \"${marker}\"}")
                .value(
                        "templates-cursor",
                        world -> AppointmentSpecimens.cursor(world, "template", "/v1/templates", BUILT_IN + 1))
                .value(
                        "documents-cursor",
                        world -> AppointmentSpecimens.cursor(
                                world, "document", "/v1/appointments/${appointment}/documents"))
                .and(templates())
                .and(documents())
                .and(practitioner())
                .and(signatures());
    }

    private static Answer sign(World world) {
        String draft =
                world.post("/v1/appointments/${appointment}/documents", DRAFT).location();
        return world.practitioner().post(draft + "/sign");
    }

    private static Specimens templates() {
        return new Specimens()
                .requests(
                        get("/v1/templates"),
                        get("/v1/templates")
                                .query("cursor", "${templates-cursor}")
                                .as("next page"),
                        post("/v1/templates").json(TEMPLATE),
                        get("/v1/templates/{id:template}"),
                        patch("/v1/templates/{id:template}")
                                .ifMatch("template")
                                .json("{\"description\": \"changed ${marker}\"}"),
                        delete("/v1/templates/{id:template}").ifMatch("template"),
                        get("/v1/templates/{id:template}/versions/{version=1}"));
    }

    private static Specimens documents() {
        return new Specimens()
                .requests(
                        get(OF_AN_APPOINTMENT),
                        get(OF_AN_APPOINTMENT)
                                .query("cursor", "${documents-cursor}")
                                .as("next page"),
                        post(OF_AN_APPOINTMENT)
                                .json("{\"templateId\": \"${template}\", \"fromTranscriptId\": \"${transcript}\"}"),
                        get("/v1/documents/{id:document}"),
                        get("/v1/documents/{id:document}")
                                .header("Accept", "text/markdown")
                                .as("as text"),
                        get("/v1/documents/{id:document}")
                                .header("Accept", "application/pdf")
                                .as("as PDF"),
                        patch("/v1/documents/{id:document}").ifMatch("document").json("{\"title\": \"${marker}\"}"),
                        delete("/v1/documents/{id:document}").ifMatch("document"),
                        get("/v1/documents/{id:document}/sections/{key=plan}"),
                        Specimen.of("PUT", "/v1/documents/{id:document}/sections/{key=plan}")
                                .ifMatch("document")
                                .json("{\"text\": \"Sleep, ${marker}.\"}"),
                        get("/v1/documents/{id:document}/versions"),
                        get("/v1/documents/{id:document}/versions/{version=1}"));
    }

    private static Specimens practitioner() {
        return new Specimens()
                .requests(
                        get("/v1/practitioner"),
                        Specimen.of("PUT", "/v1/practitioner").json(WHO_SIGNS));
    }

    private static Specimens signatures() {
        return new Specimens()
                .requests(
                        post("/v1/documents/{id:document}/sign").ifMatch("document"),
                        post("/v1/documents/{id:signed-document}/addenda").json("{\"text\": \"${marker}\"}"),
                        get("/v1/documents/{id:signed-document}/addenda/{addendum:addendum}"));
    }
}
