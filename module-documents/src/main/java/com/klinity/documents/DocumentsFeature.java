package com.klinity.documents;

import static com.klinity.platform.spi.Access.phi;
import static com.klinity.platform.spi.Access.signedIn;
import static com.klinity.platform.spi.Action.CREATE;
import static com.klinity.platform.spi.Action.DELETE;
import static com.klinity.platform.spi.Action.READ;
import static com.klinity.platform.spi.Action.SIGN;
import static com.klinity.platform.spi.Action.UPDATE;

import com.klinity.appointments.api.Appointments;
import com.klinity.appointments.api.Consents;
import com.klinity.platform.spi.Feature;
import com.klinity.platform.spi.FeatureContext;
import com.klinity.platform.spi.Method;
import com.klinity.platform.spi.Routes;
import com.klinity.transcription.api.Transcripts;

/** The routes of documents and templates. */
final class DocumentsFeature implements Feature {

    private static final String DOCUMENT = "Document";
    private static final String TEMPLATE = "Template";

    private final ConfiguredDrafter drafter;
    private final TemplateRoutes templates;
    private final DocumentRoutes documents;
    private final DocumentCreation creation;
    private final VersionRoutes versions;
    private final SignatureRoutes signatures;

    DocumentsFeature(FeatureContext context) {
        Appointments appointments = context.require(Appointments.class);
        TemplateTable templateTable = new TemplateTable(context.json());
        DocumentTable documentTable = new DocumentTable(context.json());
        Templates allTemplates = new Templates(templateTable);
        this.drafter = ConfiguredDrafter.of(context);
        Drafting drafting = new Drafting(context.require(Transcripts.class), drafter);
        Printing printing = new Printing(appointments);
        this.templates = new TemplateRoutes(allTemplates, templateTable, context.clock());
        this.documents = new DocumentRoutes(appointments, documentTable, printing, context.clock());
        this.creation = new DocumentCreation(
                appointments, context.require(Consents.class), allTemplates, drafting, documentTable, context.clock());
        this.versions = new VersionRoutes(documentTable);
        this.signatures = new SignatureRoutes(appointments, documentTable, context.clock());
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/v1/templates", signedIn(READ, TEMPLATE), templates::list);
        routes.post("/v1/templates", signedIn(CREATE, TEMPLATE), templates::create);
        routes.get("/v1/templates/{id}", signedIn(READ, TEMPLATE), templates::read);
        routes.patch("/v1/templates/{id}", signedIn(UPDATE, TEMPLATE), templates::change);
        routes.delete("/v1/templates/{id}", signedIn(DELETE, TEMPLATE), templates::delete);
        routes.get("/v1/templates/{id}/versions/{version}", signedIn(READ, TEMPLATE), templates::readVersion);

        routes.get("/v1/appointments/{id}/documents", phi(READ, DOCUMENT), documents::list);
        routes.staged(Method.POST, "/v1/appointments/{id}/documents", phi(CREATE, DOCUMENT), creation);
        routes.get("/v1/documents/{id}", phi(READ, DOCUMENT), documents::read);
        routes.patch("/v1/documents/{id}", phi(UPDATE, DOCUMENT), documents::change);
        routes.delete("/v1/documents/{id}", phi(DELETE, DOCUMENT), documents::delete);

        routes.get("/v1/documents/{id}/versions", phi(READ, DOCUMENT), versions::list);
        routes.get("/v1/documents/{id}/versions/{version}", phi(READ, DOCUMENT), versions::read);

        routes.post("/v1/documents/{id}/sign", phi(SIGN, DOCUMENT), signatures::sign);
        routes.post("/v1/documents/{id}/addenda", phi(UPDATE, DOCUMENT), signatures::add);
        routes.get("/v1/documents/{id}/addenda/{addendum}", phi(READ, DOCUMENT), signatures::readAddendum);
    }

    @Override
    public void close() {
        drafter.drafter().close();
    }
}
